"""Estimators that predict: what they are put to must have two axes."""

from __future__ import annotations

from quiz.shapes.learning.estimator import maker
from quiz.shapes.library import FUNCTIONS, Function

_MODELS = {
    "sklearn.linear_model": "LinearRegression LogisticRegression Ridge Lasso ElasticNet"
    " SGDClassifier SGDRegressor Perceptron RidgeClassifier HuberRegressor BayesianRidge"
    " LogisticRegressionCV RidgeCV LassoCV",
    "sklearn.svm": "SVC SVR LinearSVC LinearSVR NuSVC OneClassSVM",
    "sklearn.tree": "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier",
    "sklearn.neighbors": "KNeighborsClassifier KNeighborsRegressor NearestCentroid",
    "sklearn.ensemble": "RandomForestClassifier RandomForestRegressor GradientBoostingClassifier"
    " GradientBoostingRegressor AdaBoostClassifier AdaBoostRegressor BaggingClassifier"
    " ExtraTreesClassifier ExtraTreesRegressor HistGradientBoostingClassifier"
    " HistGradientBoostingRegressor VotingClassifier StackingClassifier IsolationForest",
    "sklearn.naive_bayes": "GaussianNB MultinomialNB BernoulliNB",
    "sklearn.neural_network": "MLPClassifier MLPRegressor",
    "sklearn.cluster": "KMeans DBSCAN AgglomerativeClustering MiniBatchKMeans",
    "sklearn.dummy": "DummyClassifier DummyRegressor",
}

for _library, _names in _MODELS.items():
    for _name in _names.split():
        _full = f"{_library}.{_name}"
        FUNCTIONS[_full] = Function(_full, "*args, **kwargs", maker(_name, None), given=True)
