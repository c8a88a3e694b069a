"""Random numbers: only how many there are is known."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.shapes.arrays.array import as_array, shape_of
from quiz.shapes.call import Call
from quiz.shapes.library import function, method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.values import Array, Value
from quiz.text import both


@dataclass(slots=True, eq=False)
class Generator:
    """A generator of random numbers: numpy.random.default_rng()."""


@function("numpy.random.default_rng numpy.random.RandomState", "seed=None", given=True)
def _generator(call: Call) -> Generator:
    return Generator()


@function("numpy.random.seed keras.utils.set_random_seed tensorflow.random.set_seed", "seed=None")
def _seed(call: Call) -> None:
    return None


def _of_size(call: Call, kind: str) -> Value:
    if call["size"] is None:
        raise NotKnown(both("one random number: I do not know which"))
    return Array(shape_of(call["size"]), None, kind)


@function("numpy.random.rand numpy.random.randn", "*d", given=True)
def _rand(call: Call) -> Array:
    lengths = call["d"]
    if any(isinstance(length, tuple | list) for length in lengths):
        raise Refused(
            both("{name} takes the lengths one by one, not as a tuple", name=call.name),
            both("Write {name}(3, 4), or np.random.random((3, 4)).", name=call.name.strip("()")),
            "TypeError",
        )
    return Array(shape_of(tuple(lengths)))


@method("Generator", "rand randn", "*d")
def _rand_of(call: Call) -> Array:
    return Array(shape_of(tuple(call["d"])))


@function("numpy.random.random numpy.random.random_sample", "size=None", given=True)
@method("Generator", "random random_sample standard_normal", "size=None, dtype=None")
def _random(call: Call) -> Value:
    return _of_size(call, "f")


@function("numpy.random.uniform", "low=0.0, high=1.0, size=None", given=True)
@method("Generator", "uniform", "low=0.0, high=1.0, size=None")
def _uniform(call: Call) -> Value:
    return _of_size(call, "f")


@function("numpy.random.normal", "loc=0.0, scale=1.0, size=None", given=True)
@method("Generator", "normal", "loc=0.0, scale=1.0, size=None")
def _normal(call: Call) -> Value:
    return _of_size(call, "f")


@function("numpy.random.randint", "low, high=None, size=None, dtype=None", given=True)
@method("Generator", "integers randint", "low, high=None, size=None, dtype=None, endpoint=False")
def _integers(call: Call) -> Value:
    return _of_size(call, "i")


@function("numpy.random.poisson numpy.random.exponential", "lam=1.0, size=None", given=True)
def _poisson(call: Call) -> Value:
    return _of_size(call, "f")


@function("numpy.random.binomial", "n, p, size=None", given=True)
@method("Generator", "binomial", "n, p, size=None")
def _binomial(call: Call) -> Value:
    return _of_size(call, "i")


@function("numpy.random.choice", "a, size=None, replace=True, p=None", given=True)
@method("Generator", "choice", "a, size=None, replace=True, p=None, axis=0, shuffle=True")
def _choice(call: Call) -> Value:
    a = call["a"]
    if type(a) is int:
        return _of_size(call, "i")
    pool = as_array(a)
    if call["size"] is None:
        raise NotKnown(both("one random pick: I do not know which"))
    return Array((*shape_of(call["size"]), *pool.shape[1:]), None, pool.kind)


@function("numpy.random.permutation", "x")
@method("Generator", "permutation", "x, axis=0")
def _permutation(call: Call) -> Array:
    x = call["x"]
    if type(x) is int:
        return Array((x,), None, "i")
    made = as_array(x)
    return Array(made.shape, None, made.kind)


@function("numpy.random.shuffle", "x")
@method("Generator", "shuffle", "x, axis=0")
def _shuffle(call: Call) -> None:
    if isinstance(call.arguments["x"], Array):
        call.arguments["x"].items = None


@function(
    "keras.random.normal keras.random.uniform tensorflow.random.normal tensorflow.random.uniform",
    "shape, mean=0.0, stddev=1.0, minval=0, maxval=None, dtype=None, seed=None, name=None",
    given=True,
)
def _tensor(call: Call) -> Array:
    return Array(shape_of(call["shape"]))
