"""Scalers, encoders, reducers. Source: scikit-learn 1.9, preprocessing and decomposition."""

from __future__ import annotations

from math import comb

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.learning.estimator import Estimator, Sparse, estimator
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.terms import Term
from quiz.shapes.values import Array, Value, known
from quiz.text import both

_PREPROCESSING = "sklearn.preprocessing"


@estimator(
    _PREPROCESSING,
    "StandardScaler",
    "*, copy=True, with_mean=True, with_std=True",
)
@estimator(_PREPROCESSING, "MinMaxScaler", "feature_range=(0, 1), *, copy=True, clip=False")
@estimator(
    _PREPROCESSING,
    "RobustScaler",
    "*, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True,"
    " unit_variance=False",
)
@estimator(_PREPROCESSING, "MaxAbsScaler", "*, copy=True, clip=False")
@estimator(_PREPROCESSING, "Normalizer", "norm='l2', *, copy=True")
@estimator(_PREPROCESSING, "QuantileTransformer PowerTransformer OrdinalEncoder Binarizer")
def _same(call: Call, to: Estimator, data: Array) -> Array:
    call.say(both("every feature by itself: the shape stays"))
    return Array(data.shape)


@estimator("sklearn.impute", "SimpleImputer KNNImputer IterativeImputer")
def _imputed(call: Call, to: Estimator, data: Array) -> Array:
    call.say(both("the shape stays"))
    return Array(data.shape)


@estimator(
    _PREPROCESSING,
    "OneHotEncoder",
    "*, categories='auto', drop=None, sparse_output=True, dtype=None, handle_unknown='error',"
    " min_frequency=None, max_categories=None, feature_name_combiner='concat'",
)
def _one_hot(call: Call, to: Estimator, data: Array) -> Array:
    counts = _categories(to)
    drop = known(to.arguments["drop"])
    if drop == "first":
        counts = [count - 1 for count in counts]
    elif drop == "if_binary":
        counts = [1 if count == 2 else count for count in counts]
    elif drop is not None:
        raise NotKnown(both("I do not know OneHotEncoder with a list in drop"))
    width = sum((Term(count) for count in counts[1:]), Term(counts[0]))
    call.say(both("categories of the columns: {how}", how=width))
    made = Sparse if known(to.arguments["sparse_output"]) else Array
    return made((data.shape[0], width.value))


def _categories(to: Estimator) -> list[int]:
    given = to.arguments["categories"]
    if isinstance(given, list):
        return [len(known(one)) for one in given]
    if to.arguments["max_categories"] is not None or to.arguments["min_frequency"] is not None:
        raise NotKnown(both("I do not know OneHotEncoder with max_categories or min_frequency"))
    fitted: Array = to.state["data"]
    width = fitted.shape[1] or 0
    if fitted.items is None and fitted.classes is not None and width == 1:
        return [len(fitted.classes)]
    if fitted.items is None:
        raise NotKnown(both("how many columns there will be depends on the number of categories"))
    return [len(set(fitted.items[column::width])) for column in range(width)]


@estimator(_PREPROCESSING, "LabelEncoder", "")
def _label(call: Call, to: Estimator, data: Array) -> Array:
    items = data.items
    if items is not None and to.state["data"].items is not None:
        classes = sorted(set(to.state["data"].items))
        to.state["classes_"] = as_array(classes)
        if set(items) <= set(classes):
            return Array(data.shape, tuple(map(classes.index, items)), "i")
    return Array(data.shape, None, "i")


@estimator(_PREPROCESSING, "LabelBinarizer", "*, neg_label=0, pos_label=1, sparse_output=False")
def _binarized(call: Call, to: Estimator, data: Array) -> Array:
    different = to.state["data"].different()
    if different is None:
        raise NotKnown(both("how many columns there will be depends on the number of categories"))
    classes = len(different)
    return Array((data.shape[0], 1 if classes <= 2 else classes))


@estimator(
    _PREPROCESSING,
    "PolynomialFeatures",
    "degree=2, *, interaction_only=False, include_bias=True, order='C'",
)
def _polynomial(call: Call, to: Estimator, data: Array) -> Array:
    degree, features = known(to.arguments["degree"]), data.shape[1] or 0
    low, high = degree if isinstance(degree, tuple) else (0, degree)
    bias = known(to.arguments["include_bias"])
    powers = [power for power in range(low, high + 1) if power > 0]
    if known(to.arguments["interaction_only"]):
        counts = [comb(features, power) for power in powers]
    else:
        counts = [comb(features + power - 1, power) for power in powers]
    if bias:
        counts.insert(0, 1)
    width = sum((Term(count) for count in counts[1:]), Term(counts[0]))
    call.say(both("terms of each degree: {how}", how=width))
    return Array((data.shape[0], width.value))


@estimator("sklearn.decomposition", "PCA", "n_components=None, **kwargs")
@estimator("sklearn.decomposition", "IncrementalPCA FastICA NMF", "n_components=None, **kwargs")
def _components(call: Call, to: Estimator, data: Array) -> Array:
    wanted = known(to.arguments["n_components"])
    fitted: Array = to.state["data"]
    most = min(fitted.shape[0] or 0, fitted.shape[1] or 0)
    if wanted is None:
        wanted = most
        call.say(
            both("n_components is not given: the smaller of samples and features, {n}", n=most)
        )
    if type(wanted) is not int:
        raise NotKnown(both("how many components are needed depends on the numbers"))
    if not 0 <= wanted <= most:
        raise Refused(
            both(
                "n_components={wanted} must lie between 0 and the smaller of samples and features,"
                " {most}",
                wanted=wanted,
                most=most,
            ),
            both("PCA cannot make more features than there are."),
        )
    return Array((data.shape[0], wanted))


@estimator(
    "sklearn.decomposition", "TruncatedSVD LatentDirichletAllocation", "n_components=2, **kwargs"
)
@estimator("sklearn.manifold", "TSNE MDS Isomap", "n_components=2, **kwargs")
def _two(call: Call, to: Estimator, data: Array) -> Array:
    return Array((data.shape[0], known(to.arguments["n_components"])))


@estimator("sklearn.feature_selection", "SelectKBest", "score_func=None, *, k=10")
def _best(call: Call, to: Estimator, data: Array) -> Value:
    k = known(to.arguments["k"])
    return Array((data.shape[0], data.shape[1] if k == "all" else k))


@estimator(
    "sklearn.discriminant_analysis",
    "LinearDiscriminantAnalysis",
    "solver='svd', shrinkage=None, priors=None, n_components=None, **kwargs",
)
def _discriminant(call: Call, to: Estimator, data: Array) -> Array:
    labels = to.state.get("labels")
    if labels is None or labels.items is None:
        raise NotKnown(both("how many classes there are depends on the labels"))
    most = min(len(set(labels.items)) - 1, data.shape[1] or 0)
    wanted = known(to.arguments["n_components"])
    return Array((data.shape[0], most if wanted is None else wanted))
