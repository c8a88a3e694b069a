"""A desk with code cards: a block of eight lines, one that fades, one line."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desk import Desk, Learner

DECK = """\
title: {ko: 코드, en: Code}
cards:
  - id: net
    kind: code
    ask:
      ko: |
        X_train, y_train(원-핫, 3개 클래스)이 있어요.
        은닉층이 하나(8, relu)인 모델을 만들고 컴파일해서 5에포크 학습하세요.
      en: |
        X_train, y_train (one-hot, 3 classes) are there.
        Build a model with one hidden layer (8, relu), compile it and train it for 5 epochs.
    answer: |
      from keras import Sequential
      from keras.layers import Dense
      model = Sequential([
          Dense(8, activation="relu"),
          Dense(3, activation="softmax"),
      ])
      model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
      model.fit(X_train, y_train, epochs=5)
    free: [model]
    tags: [net]
    why: {ko: 원-핫이면 categorical_crossentropy예요., en: One-hot labels take the categorical one.}
    source: study-notes.txt:12
  - id: scale
    kind: code
    ask: {ko: 훈련 세트에 맞추고 둘 다 변환하세요., en: Fit on the training set and transform both.}
    token: fit_transform
    answer: |
      scaler = StandardScaler()
      X_train = scaler.fit_transform(X_train)  # 훈련만
      X_test = scaler.transform(X_test)
    tags: [scale]
  - id: small
    kind: code
    ask: {ko: 0과 1 사이로 줄이세요., en: "Bring X, of bytes, between 0 and 1."}
    answer: X = X / 255
    tags: [small]
"""
NET = """\
from keras import Sequential
from keras.layers import Dense
model = Sequential([
    Dense(8, activation="relu"),
    Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=5)"""
WRONG = NET.replace("epochs=5", "epoch=5").replace("categorical_crossentropy", "mse")
BROKEN = NET.replace('relu"),', 'relu",')


def code_desk(folder: Path) -> Desk:
    """Return the desk."""
    folder.mkdir()
    return Desk(folder, DECK)


async def hand_in(learner: Learner, code: str) -> None:
    """Write code and hand it in."""
    await learner.write(code)
    await learner.press("ctrl+s")
