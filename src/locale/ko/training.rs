//! The lab `training`, in Korean.

use crate::experiments::training::words::TrainingWords;

/// The words.
pub const WORDS: TrainingWords = TrainingWords {
    title: "신경망으로 비교하는 최적화 기법",
    question: "어느 기법이 가장 빨리 학습할까요?",
    digits_of: |iteration, name| format!("반복 {iteration}, {name}: "),
    digits: |right, n| format!("미니배치 {n}장 중 {right}장 정답"),
    digits_before: |n| format!("첫 미니배치 {n}장: 아직 예측 없음"),
    digits_shown: |n| format!("앞 {n}장 표시"),
    terms: |train, test, batch| {
        format!(
            "비교 조건: 같은 초깃값, 같은 미니배치. 훈련 데이터 {train}장, 시험 데이터 {test}장, \
             배치 크기 {batch}."
        )
    },
};
