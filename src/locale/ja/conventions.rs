//! The forms in which books and libraries write the same rule, in Japanese.

use crate::lessons::conventions::words::{ConventionsLabels, ConventionsWords};

/// The title.
pub const TITLE: &str = "本書とライブラリの式の違い";

/// The words.
pub const WORDS: ConventionsWords = ConventionsWords {
    labels: ConventionsLabels {
        conventions_momentum: "Momentum の3つの式",
        conventions_momentum_text: "本書は学習率を速度の中に入れて v ← αv − ηg、W ← W + v と書きます。\
             Keras も同じです。PyTorch は学習率を外に置いて v ← αv + g、W ← W − ηv と書き、速度を勾配の\
             指数移動平均 v ← αv + (1 − α)g とする教科書もあります。学習率が一定なら、3つの式は同じ経路を\
             描きます。ただし平均を使う式では勾配に 1 − α を掛けるので、学習率を 1/(1 − α) 倍にしないと本書と同じ経路になりません。α = 0.9 なら10倍です。",
        conventions_form: "Momentum の式",
        conventions_table: "本書と同じ経路になる学習率と、表示中のステップの位置と損失",
        conventions_equation: "式",
        conventions_rate: "学習率 η",
        conventions_place: "位置 (x, y)",
        conventions_keep: "式を変えるとき学習率も変えて経路を保つ",
        conventions_change: "途中で学習率を変える",
        conventions_change_text: "実行の途中で学習率を変えると、3つの式の経路は分かれます。本書の式では速度に前の学習率がすでに掛かっているので、しばらくは前の速さで進みます。PyTorch の式と平均を使う式では速度が勾配の和や平均なので、新しい学習率が速度の全体にすぐ適用されます。学習率を\
             下げながら学習するとき、フレームワークによって結果が少しずつ違う理由の一つです。",
        conventions_change_on: "学習率を変える",
        conventions_change_step: "変えるステップ",
        conventions_change_factor: "何倍に",
        conventions_nesterov: "2つの版の Nesterov",
        conventions_nesterov_text: "Nesterov は、速度に従って移動する先の勾配をあらかじめ使う方法です。本書のプログラムは、現在の位置の勾配だけで同じことをするように書き直した式 \
             W ← W + α²v − (1 + α)ηg を計算します。ここでは更新する前の v を使わなければなりません。韓国語版の\
             リポジトリのプログラムは v を先に更新してから使うので、新しい勾配に 1 + α ではなく 1 + α + α² を掛けることになります。α = 0.9 なら1.9倍の代わりに2.71倍です。原書のリポジトリは2021年に\
             修正され、修正後の式は PyTorch、Keras と同じです。",
        conventions_add: "比較に追加",
        conventions_adam: "Adam の ε",
        conventions_adam_text: "本書の Adam はバイアス補正を学習率に入れて \
             ηₜ = η√(1 − β₂ᵗ)/(1 − β₁ᵗ) とし、補正しない √v に ε = 10⁻⁷ を足します。論文のアルゴリズムと \
             PyTorch は v を先に補正してから ε = 10⁻⁸ を足します。そのため本書の ε は論文の式では \
             ε/√(1 − β₂ᵗ) にあたり、β₂ = 0.999 の最初のステップでは 3.2×10⁻⁶ になります。勾配がそれほど\
             小さくなければ、違いは目に見えません。Keras は本書と同じ式です。ε は設定の「詳細」で\
             変えられます。",
        conventions_book: "本書、Keras",
        conventions_pytorch: "PyTorch",
        conventions_average: "指数移動平均",
        conventions_corrected: "修正後のプログラム（2021年）、PyTorch、Keras",
        conventions_early: "韓国語版リポジトリのプログラム",
    },
    equivalent: |rate, book| {
        format!("この式の η = {rate} は、本書の学習率では {book} にあたります。")
    },
};
