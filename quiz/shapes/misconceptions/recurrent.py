"""Misconceptions about recurrent layers: what they give, and how many weights they have."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.shapes.misconceptions.misconception import ruled
from quiz.shapes.rules import Rules, Shape
from quiz.shapes.terms import Term, term


@ruled("sequences-assumed", N_("return_sequences assumed: without it only the last step comes out"))
class _SequencesAssumed(Rules):
    def return_sequences(self, return_sequences: bool) -> bool:
        return True


@ruled("sequences-ignored", N_("return_sequences ignored: with it every time step comes out"))
class _SequencesIgnored(Rules):
    def return_sequences(self, return_sequences: bool) -> bool:
        return False


@ruled("features-kept", N_("The features are replaced by the units of the layer"))
class _FeaturesKept(Rules):
    def recurrent(self, shape: Shape, units: int, sequences: bool) -> Shape:
        return shape if sequences else (shape[0], shape[2])


@ruled("steps-for-units", N_("The last axis is the units, not the time steps"))
class _StepsForUnits(Rules):
    def recurrent(self, shape: Shape, units: int, sequences: bool) -> Shape:
        return (shape[0], units, shape[1]) if sequences else (shape[0], shape[1])


@ruled("one-way-shape", N_("Bidirectional joins both ways: twice the units"))
class _OneWayShape(Rules):
    def both_ways(self, units: int) -> Term:
        return term(units)


@ruled("one-way-params", N_("Bidirectional trains two copies of its layer"))
class _OneWayParams(Rules):
    def ways(self) -> int:
        return 1


@ruled("lstm-four-forgotten", N_("The 4 of LSTM forgotten: four sets of weights"))
class _LstmFourForgotten(Rules):
    def gates(self, kind: str) -> int:
        return 1 if kind == "LSTM" else super().gates(kind)


@ruled("lstm-as-gru", N_("LSTM has 4 sets of weights; 3 is GRU"))
class _LstmAsGru(Rules):
    def gates(self, kind: str) -> int:
        return 3 if kind == "LSTM" else super().gates(kind)


@ruled("gru-three-forgotten", N_("The 3 of GRU forgotten: three sets of weights"))
class _GruThreeForgotten(Rules):
    def gates(self, kind: str) -> int:
        return 1 if kind == "GRU" else super().gates(kind)


@ruled("gru-as-lstm", N_("GRU has 3 sets of weights; 4 is LSTM"))
class _GruAsLstm(Rules):
    def gates(self, kind: str) -> int:
        return 4 if kind == "GRU" else super().gates(kind)


@ruled("gru-one-bias", N_("GRU has two biases a unit in Keras (reset_after=True)"))
class _GruOneBias(Rules):
    def recurrent_weights(self, kind: str, inputs: int, units: int, biases: int) -> Term:
        return super().recurrent_weights(kind, inputs, units, min(biases, 1))


@ruled("own-output-forgotten", N_("A recurrent layer also sees its own output: units × units"))
class _OwnOutputForgotten(Rules):
    def recurrent_weights(self, kind: str, inputs: int, units: int, biases: int) -> Term:
        return Term(self.gates(kind)) * (Term(inputs) * units + Term(biases) * units)


@ruled("recurrent-bias-forgotten", N_("The biases of the recurrent layer were forgotten"))
class _RecurrentBiasForgotten(Rules):
    def recurrent_weights(self, kind: str, inputs: int, units: int, biases: int) -> Term:
        return super().recurrent_weights(kind, inputs, units, 0)
