//! Links, code and files, in Japanese.

use crate::lessons::share::words::{ShareLabels, ShareWords};

/// The title.
pub const TITLE: &str = "共有とダウンロード";

/// The words.
pub const WORDS: ShareWords = ShareWords {
    labels: ShareLabels {
        share_link: "この状態を開くリンク",
        share_link_hint: "このアドレスに descent-widget.html が必要です。",
        share_element: "ウェブページ：HTMLコード",
        share_element_hint: "descent-widget.js をノートと同じフォルダに置きます。",
        share_frame: "スクリプトが使えない環境：iframe",
        share_myst: "MyST、Jupyter Book 2：ディレクティブ",
        share_python: "ノートブック（JupyterLab など）：Python",
        share_python_hint: "dist/python のパッケージを pip でインストールします。",
        share_copy: "コピー",
        share_copied: "コピーしました。",
        share_selected: "コピーできないので選択しました。Ctrl+C（Mac では ⌘C）を押してください。",
        share_files: "ファイルに保存",
        share_svg: "SVG の図",
        share_png: "PNG の図",
        share_csv: "CSV の記録",
        share_text_instead: "このフレーム（iframe）ではダウンロードできないことがあります。ファイルができていなければ、下の内容をコピーしてください。",
        share_picture_instead: "このフレーム（iframe）ではダウンロードできないことがあります。ファイルができていなければ、下の図を長押しか右クリックで保存してください。",
        share_content: "ファイルの内容",
    },
};
