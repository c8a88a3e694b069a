"""A desk with error cards: one that fails, one that goes wrong in silence."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desk import Desk

DECK = """\
title: {ko: 오류, en: Errors}
cards:
  - id: stack
    kind: error
    message: "ValueError: Input 0 with name 'None' of layer 'lstm_1' is incompatible with the layer:
      expected ndim=3, found ndim=2. Full shape received: (None, 16)"
    code: |-
      model = keras.Sequential([
          keras.Input(shape=(10, 3)),
          layers.LSTM(16),
          layers.LSTM(8),
      ])
    cause:
      ko: 첫 LSTM이 마지막 시점만 내보내 시점 축이 사라졌어요.
      en: The first LSTM gives its last step only, and the steps are gone.
    wrong:
      - text:
          ko: 둘째 LSTM의 유닛이 첫째보다 적어요.
          en: The second LSTM has fewer units than the first.
        why: {ko: 몇 개든 돼요., en: Any number will do.}
      - text: {ko: Input에 배치 축이 빠졌어요., en: Input lacks the axis of the batch.}
        why: {ko: Input에는 배치를 쓰지 않아요., en: Input never names the batch.}
    line: 3
    fix: layers.LSTM(16, return_sequences=True),
    why:
      ko: 오류는 받는 층에서 나지만 고칠 곳은 그 앞 층이에요.
      en: The layer that receives complains, the one before it is to be mended.
    source: study-notes.txt:106-107
    tags: [stack]
  - id: brighter
    kind: error
    ask:
      ko: 픽셀 값을 두 배로 밝게 하려 해요. float32로 바꿔서요.
      en: The pixels should be twice as bright, as float32.
    output: "[200 144]"
    code: |-
      x = np.array([100, 200], dtype="uint8")
      print(x * 2)
    cause:
      ko: 400이 255를 넘어 돌아갔어요.
      en: 400 is beyond 255 and wraps round.
    wrong:
      - {ko: 곱하기가 첫 값에만 됐어요., en: Only the first value was multiplied.}
      - {ko: 넘친 값은 255로 잘려요., en: What runs over is cut to 255.}
    line: 2
    fix: print(x.astype("float32") * 2)
    why:
      ko: 오류도 경고도 없어서 그림이 얼룩질 때에야 보여요.
      en: "No error, no warning: it shows as blotches."
    source: study-notes.txt:63-66
    tags: [brighter]
"""
RIGHT = "layers.LSTM(16, return_sequences=True)"


def error_desk(folder: Path) -> Desk:
    """Return the desk."""
    folder.mkdir()
    return Desk(folder, DECK)
