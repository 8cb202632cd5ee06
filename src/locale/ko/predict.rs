//! Predict, then see, in Korean.

use crate::lessons::predict::words::{PredictLabels, PredictWords, RemarkWords};

/// The title.
pub const TITLE: &str = "먼저 예측해 보기";

/// The words.
pub const WORDS: PredictWords = PredictWords {
    labels: PredictLabels {
        predict_intro: "경로를 숨깁니다. 어디에 도착할지 먼저 짚어 보고 결과와 비교해 보세요.",
        predict_after: "예측할 스텝",
        predict_ask: "경로를 숨기고 시작",
        guess_x: "예측 x",
        guess_y: "예측 y",
        predict_tell: "재생해서 결과 보기",
        predict_again: "다시 예측하기",
        predict_stop: "그만두고 경로 보기",
        guess_hint: "도착할 곳을 눌러 보세요",
    },
    question: |name, after| {
        format!(
            "{name}: {after}스텝 뒤에는 어디에 있을까요? 지도에서 도착할 곳을 누르거나 좌표를 입력하세요."
        )
    },
    ask: |name, after| format!("{name}: {after}스텝 뒤에는 어디에 있을까요?"),
    mark_first: "먼저 도착할 곳을 표시한 다음 재생하세요.",
    then_play: "재생하면 결과를 볼 수 있습니다.",
    distance: |distance| format!("예측과의 거리: {distance}"),
    other_side: |side| {
        let [here, _] = side.sides();
        format!("최소점을 사이에 두고 반대편에 있습니다({here}).")
    },
    guess: |[x, y]| format!("예측한 자리: ({x}, {y})."),
    truth: |words| {
        let [x, y] = &words.truth;
        format!(
            "{}의 {}스텝 뒤 위치: ({x}, {y}). 예측과의 거리: {}.",
            words.name, words.after, words.distance
        )
    },
    remark: |remark| match remark {
        RemarkWords::Close => "거의 맞혔습니다.".to_owned(),
        RemarkWords::Outside(false) => "그림 밖에 있습니다.".to_owned(),
        RemarkWords::Outside(true) => {
            "그림 밖으로 나갔습니다. 학습률이 너무 크면 스텝마다 더 멀리 튕겨 나갑니다.".to_owned()
        }
        RemarkWords::OtherSide(side) => {
            let [here, guessed] = side.sides();
            let line = format!("{} = {}인 선", side.axis, side.at);
            let crossed = match side.n_crossings {
                0 => format!("{line}을 아직 건너지 않았습니다."),
                n => format!(
                    "여기까지 오면서 {line}을 {n}번 건넜습니다. 몇 번 건넜는지에 따라 어느 쪽에 \
                     있는지가 달라집니다."
                ),
            };
            format!(
                "최소점을 사이에 두고 반대편에 있습니다: 예측은 {guessed}, 실제로는 {here}입니다. {crossed}"
            )
        }
        RemarkWords::Farther => "예측보다 더 멀리 갔습니다.".to_owned(),
        RemarkWords::Nearer => "예측만큼 멀리 가지 못했습니다.".to_owned(),
        RemarkWords::Aside => "간 거리는 비슷하지만 방향이 다릅니다.".to_owned(),
    },
    overflowed: |name, step| {
        format!(
            "{name}: 그 전에 발산했습니다. 스텝 {step}의 값이 너무 커져 위치를 말할 수 없습니다."
        )
    },
    undefined: |name, step| {
        format!(
            "{name}: 그 전에 중단되었습니다. 스텝 {step}에서 손실이나 기울기가 정의되지 않는 곳으로 나갔습니다."
        )
    },
    zero_by_zero: |name, step| {
        format!("{name}: 그 전에 중단되었습니다. ε = 0이어서 스텝 {step}의 갱신이 0/0입니다.")
    },
    hidden: |name| {
        format!(
            "{name}: 예측에 답할 때까지 경로를 숨깁니다. 답이 드러나는 내용은 여기에서도 숨깁니다."
        )
    },
};
