"""Code that does the same is right in each of its forms; what only looks alike is not."""

from __future__ import annotations

import ast
import re
from keyword import iskeyword

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.marking.code.judge import mark_code
from quiz.marking.mark import Mark, Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.names_list import RealNames

NAMES = RealNames()
COMPILE = 'model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])'
SCALE = """\
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)"""
FIT = "model.fit(X, y, epochs=5, validation_data=(X_val, y_val), class_weight={0: 1, 1: 10})"
SPLIT = "X_train, X_test = train_test_split(X, test_size=0.2, random_state=42)"


IMPORTED = [
    "from imblearn.over_sampling import SMOTE\nX, y = SMOTE(random_state=42).fit_resample(X, y)",
    "model = keras.Sequential([keras.Input(shape=(8,)), layers.MaxPooling1D(2)])",
    "from sklearn.model_selection import GridSearchCV\nsearch = GridSearchCV(SVC(), grid, cv=5)",
    "stop = keras.callbacks.EarlyStopping(monitor='val_loss', patience=5)",
    "y = y.reshape(-1, 1)\nlabels = np.argmax(y, axis=1)",
]


def mark(right: str, answer: str, free: tuple[str, ...] = ()) -> Mark:
    return mark_code(right, answer, NAMES, free)


@pytest.mark.parametrize(
    ("right", "answer"),
    [
        (COMPILE, COMPILE.replace('"adam"', "Adam()")),
        (COMPILE, COMPILE.replace('"adam"', "keras.optimizers.Adam(learning_rate=0.001)")),
        (COMPILE, COMPILE.replace('"adam"', '"Adam"')),
        (COMPILE, COMPILE.replace('"adam"', "optimizers.Adam()")),
        (COMPILE, COMPILE.replace('"binary', "keras.losses.BinaryCrossentropy()#").replace(
            "#_crossentropy\"", "")),
        (COMPILE, COMPILE.replace('"binary_crossentropy"', '"BinaryCrossentropy"')),
        ('model.compile("sgd", "mse", metrics=["mae"])',
         'model.compile(loss=keras.losses.MeanSquaredError(), optimizer=SGD(), '
         'metrics=[keras.metrics.MeanAbsoluteError()])'),
        ("layers.Dense(1)", 'Dense(units=1, activation="linear")'),
        ("layers.MaxPooling2D((2, 2))", "MaxPool2D()"),
        ("layers.GlobalMaxPooling1D()", "GlobalMaxPool1D()"),
        ("layers.MaxPooling2D((2, 2))", "layers.MaxPooling2D(2, strides=2)"),
        ("layers.MaxPooling2D(3)", "layers.MaxPooling2D(3, strides=(3, 3))"),
        (FIT, FIT.replace("(X_val, y_val)", "[X_val, y_val]").replace("10}", "10.0}")),
        ("y = y.astype(int)", 'y = y.astype("int64")'),
        ("y = y.astype(int)", "y = y.astype(np.int64)"),
        ("y = y.astype('float64')", "y = y.astype('float')"),
        ("labels = (p > 0.5).astype(int)", "labels = (0.5 < p).astype('int')"),
        ("m = Sequential([Input(shape=(8,)), Dense(4)])",
         "m = Sequential([Dense(4, input_dim=8)])"),
        ("s = StandardScaler()", "s = preprocessing.StandardScaler()"),
        ("a = accuracy_score(y, p)", "a = metrics.accuracy_score(y, p)"),
        (SCALE, SCALE.replace("X_train = scaler.fit_transform",
                              "scaler.fit(X_train)\nX_train = scaler.transform")),
        (SCALE, "scaler = StandardScaler().fit(X_train)\nX_train = scaler.transform(X_train)\n"
                "X_test = scaler.transform(X_test)"),
        ("X = df.drop(columns='y')\ny = df['y']", "y = df['y']\nX = df.drop(columns='y')"),
        ("X = [x for i in range(n)]\ny = data[5:]", "y = data[5:]\nX = [x for i in range(0, n)]"),
        ("X, Y = [], []", "X = list()\nY = []"),
        ("X = f(A)\nY = f(B)", "X, Y = f(A), f(B)"),
        ("df.isnull().sum()", "print(df.isnull().sum())"),
        ("df = pd.read_csv('train.csv')", "df = pd.read_csv('./train.csv')\nprint(df.head())"),
        ("X = X.reshape(-1, 4, 3)", "X = X.reshape(len(X), 4, 3)"),
        ("X = X.reshape(-1, 4, 3)", "X = np.reshape(X, (X.shape[0], 4, 3))"),
        ("n = len(X)", "n = X.shape[0]"),
        ("s = GridSearchCV(SVC(), grid, cv=5)", "s = GridSearchCV(SVC(), grid)"),
        ("s = GridSearchCV(SVC(), grid)", "model = SVC()\ns = GridSearchCV(model, grid)"),
        ("f = lambda x: x + 1", "f = lambda value: value + 1"),
        ("scale = 1 / 255", "scale = 1. / 255"),
        ("t = g.flow_from_directory('data/train')", "t = g.flow_from_directory('data/train/')"),
        ("if name not in users:\n    f()", "if not name in users.keys():\n    f()"),
        ("grid = {'C': [1, 10]}", "grid = dict(C=[1, 10])"),
        ("d = {'depth': randint(3, 10)}", "d = {'depth': randint(low=3, high=10)}"),
        (SPLIT, SPLIT + "\nprint(X_train.shape)"),
        ("model.fit(X, y)", "model.summary()\nmodel.fit(X, y)"),
    ],
)  # fmt: skip
def test_what_does_the_same_is_right(right: str, answer: str) -> None:
    judged = mark(right, answer)
    assert judged.verdict is Verdict.RIGHT, judged.mistake and sentence(judged.mistake).en


@pytest.mark.parametrize(
    ("right", "answer"),
    [
        (COMPILE, COMPILE.replace('"adam"', "Adam(0.01)")),
        (COMPILE, COMPILE.replace('"adam"', "SGD()")),
        (COMPILE, COMPILE.replace('["accuracy"]', "[keras.metrics.Accuracy()]")),
        (COMPILE, COMPILE.replace('"binary_crossentropy"', '"Binary_Crossentropy"')),
        (COMPILE, COMPILE.replace('"binary_crossentropy"', "CategoricalCrossentropy()")),
        ("layers.Dense(1)", 'layers.Dense(1, activation="relu")'),
        ("layers.LSTM(8)", 'layers.LSTM(8, activation="linear")'),
        ("layers.MaxPooling2D(2)", "layers.MaxPooling2D(2, strides=1)"),
        ("layers.Conv2D(8, 3)", "layers.Conv2D(8, 3, strides=3)"),
        ("labels = p > 0.5", "labels = p < 0.5"),
        ("labels = p > 0.5", "labels = 0.5 > p"),
        ("labels = p > 0.5", "labels = p >= 0.5"),
        ("y = y.astype(int)", "y = y.astype('float')"),
        (SPLIT, SPLIT.replace("test_size=0.2, random_state=42", "0.2, 42")),
        ("X = X.reshape(-1, 4, 3)", "X = X.reshape(len(y), 4, 3)"),
        ("f = lambda x, y: x - y", "f = lambda x, y: y - x"),
        ("w = compute_class_weight('balanced', classes=c, y=y)",
         "w = compute_class_weight('balanced', c, y)"),
        ("def f(item_id: int): return item_id", "def f(item_id: str): return item_id"),
        ("f = f1_score(y, p, average='macro')", "f = f1_score(y, p, 'macro')"),
        ("m = DecisionTreeClassifier(max_depth=3)", "m = DecisionTreeClassifier(3)"),
        ("import joblib\njoblib.dump(s, 'f')", "joblib.dump(s, 'f')\nimport joblib"),
        ("from sklearn.metrics import f1_score\na = f1_score(y, p)",
         "a = f1_score(y, p)\nfrom sklearn.metrics import f1_score"),
        ("keras.Input(shape=(8,))", "keras.Input(shape=(8))"),
        ("@app.get('/items')\ndef f(): return 1", "@app.get('/items/')\ndef f(): return 1"),
        ("model.load_weights('w')", "model = model.load_weights('w')"),
        ("a, b = b, a", "a = b\nb = a"),
        ("X = df.drop('y', inplace=True)\ny = df['y']",
         "y = df['y']\nX = df.drop('y', inplace=True)"),
        ("print(df.head())", "df"),
        ("range(1, n)", "range(n)"),
        (SCALE, SCALE.replace("X_train = scaler.fit_transform",
                              "scaler.fit(X_test)\nX_train = scaler.transform")),
        (SCALE, SCALE.replace("X_test = scaler.", "scaler.fit(X_test)\nX_test = scaler.")),
        ("opt = Adam(0.1)\nmodel.compile(opt)", "model.compile(Adam(0.1))"),
    ],
)  # fmt: skip
def test_what_does_another_thing_is_not_right(right: str, answer: str) -> None:
    assert mark(right, answer).verdict is not Verdict.RIGHT


@pytest.mark.parametrize(
    ("right", "answer", "words"),
    [
        ("m = keras.Sequential([keras.Input(shape=(4,))])",
         "m = kers.Sequential([keras.Input(shape=(4,))])", "‘a’ is missing"),
        ("keras.Input(shape=(8,))", "keras.Input(shape=(8))",
         "8 without a comma is no tuple: (8,)"),
        ("y = df['target']", "y = df[target]", "A string needs its quotes: 'target'"),
        ("model.fit(X_train, y_train, epochs=10, validation_data=(X_val, y_val))",
         "model.fit(X_train, y_train, epochs=10, vlidation_data=(X_val, y_val))",
         "An argument is misspelled: vlidation_data for validation_data"),
    ],
)  # fmt: skip
def test_one_misspelled_name_is_one_slip(right: str, answer: str, words: str) -> None:
    judged = mark(right, answer)
    assert judged.verdict is Verdict.SLIP
    assert judged.mistake
    assert sentence(judged.mistake).en == words


@pytest.mark.parametrize(
    ("right", "answer", "free"),
    [
        ("def split(data, size):\n    return data[:size]",
         "def split(d, n):\n    return d[:n]", ("data", "size")),
        ("def predict(person: Person):\n    return person.age",
         "def predict(p: Person):\n    return p.age", ("person",)),
        ("model.compile(optimizer=Adam(0.01), loss='mse')",
         "opt = Adam(0.01)\nmodel.compile(optimizer=opt, loss='mse')", ()),
        ("opt = Adam(0.01)\nmodel.compile(optimizer=opt, loss='mse')",
         "model.compile(optimizer=Adam(0.01), loss='mse')", ("opt",)),
        ("prob = model.predict(X)\nlabels = np.argmax(prob, axis=1)",
         "labels = model.predict(X).argmax(axis=1)", ("prob",)),
    ],
)  # fmt: skip
def test_variables_that_nobody_asked_for_may_be_called_made_or_left_out(
    right: str, answer: str, free: tuple[str, ...]
) -> None:
    assert mark(right, answer, free).verdict is Verdict.RIGHT


@given(st.data())
@settings(deadline=None)
def test_a_letter_left_out_of_any_name_is_a_slip_however_much_hangs_on_it(
    data: st.DataObject,
) -> None:
    right = data.draw(st.sampled_from(IMPORTED))
    names = [m for m in re.finditer(r"[A-Za-z_]{4,}", right) if not iskeyword(m[0])]
    name = data.draw(st.sampled_from(names))
    at = data.draw(st.integers(name.start() + 1, name.end() - 2))
    judged = mark(right, right[:at] + right[at + 1 :])
    assert judged.verdict is Verdict.SLIP
    assert "".join(piece.given for piece in judged.diff) == right[:at] + right[at + 1 :]


CALLS = [COMPILE, FIT, SPLIT, "x = layers.Conv2D(32, (3, 3), padding='same')(inputs)"]


@given(st.sampled_from(CALLS), st.data())
@settings(deadline=None)
def test_any_argument_may_stand_in_a_line_of_its_own_before(
    right: str, data: st.DataObject
) -> None:
    tree = ast.parse(right)
    call = data.draw(st.sampled_from([n for n in ast.walk(tree) if isinstance(n, ast.Call)]))
    places = [*range(len(call.args)), *(word.arg for word in call.keywords)]
    place = data.draw(st.sampled_from(places))
    if isinstance(place, int):
        value, call.args[place] = call.args[place], ast.Name("own")
    else:
        word = next(word for word in call.keywords if word.arg == place)
        value, word.value = word.value, ast.Name("own")
    answer = f"own = {ast.unparse(value)}\n{ast.unparse(tree)}"
    assert mark(right, answer).verdict is Verdict.RIGHT
    changed = f"own = {ast.unparse(value)}\nown = other(own)\n{ast.unparse(tree)}"
    assert mark(right, changed).verdict is not Verdict.RIGHT
