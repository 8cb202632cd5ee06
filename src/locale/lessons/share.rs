//! Words of the lesson with links, code and files.

labels! {
    /// Words that never change.
    Share:
    /// The address of the single page with the state.
    share_link,
    /// What the address needs.
    share_link_hint,
    /// The code of the element.
    share_element,
    /// What the element and the directive need.
    share_element_hint,
    /// The code of a frame.
    share_frame,
    /// The directive of MyST.
    share_myst,
    /// The call of the Python package.
    share_python,
    /// What the call needs.
    share_python_hint,
    /// Button: copies.
    share_copy,
    /// It was copied.
    share_copied,
    /// It could only be selected.
    share_selected,
    /// The group of downloads.
    share_files,
    /// Download: a picture of lines.
    share_svg,
    /// Download: a picture of pixels.
    share_png,
    /// Download: the record.
    share_csv,
    /// The browser may refuse downloads here: a text to copy stands below.
    share_text_instead,
    /// The same for a picture.
    share_picture_instead,
    /// The content of a file, to be copied.
    share_content,
}

/// Korean.
pub(super) const KO: Share = Share {
    share_link: "이 상태로 여는 링크",
    share_link_hint: "이 주소에 descent-widget.html이 있어야 합니다.",
    share_element: "웹 페이지: 태그",
    share_element_hint: "descent-widget.js를 노트 옆에 둡니다.",
    share_frame: "스크립트를 쓸 수 없는 곳: iframe",
    share_myst: "MyST, Jupyter Book 2: 지시문",
    share_python: "노트북(JupyterLab 등): Python",
    share_python_hint: "dist/python의 패키지를 pip으로 설치합니다.",
    share_copy: "복사",
    share_copied: "복사했습니다.",
    share_selected: "복사할 수 없어 선택해 두었습니다. Ctrl+C(맥은 ⌘C)를 누르세요.",
    share_files: "파일로 저장",
    share_svg: "SVG 그림",
    share_png: "PNG 그림",
    share_csv: "CSV 수치 기록",
    share_text_instead: "이 틀에서는 저장이 막혀 있을 수 있습니다. 파일이 생기지 않았으면 아래 내용을 복사하세요.",
    share_picture_instead: "이 틀에서는 저장이 막혀 있을 수 있습니다. 파일이 생기지 않았으면 아래 그림을 길게 누르거나 오른쪽 단추로 눌러 저장하세요.",
    share_content: "파일 내용",
};

/// English.
pub(super) const EN: Share = Share {
    share_link: "A link to this state",
    share_link_hint: "descent-widget.html has to be at this address.",
    share_element: "Web page: a tag",
    share_element_hint: "Put descent-widget.js beside your notes.",
    share_frame: "Where scripts are not allowed: an iframe",
    share_myst: "MyST, Jupyter Book 2: a directive",
    share_python: "Notebooks, such as JupyterLab: Python",
    share_python_hint: "Install the package in dist/python with pip.",
    share_copy: "Copy",
    share_copied: "Copied.",
    share_selected: "It could not be copied, so it is selected. Press Ctrl+C (⌘C on a Mac).",
    share_files: "Save as a file",
    share_svg: "SVG picture",
    share_png: "PNG picture",
    share_csv: "CSV record",
    share_text_instead: "This frame may not allow downloads. If no file has appeared, copy what stands below.",
    share_picture_instead: "This frame may not allow downloads. If no file has appeared, press long or right-click the picture below to save it.",
    share_content: "Content of the file",
};

/// Japanese.
pub(super) const JA: Share = Share {
    share_link: "この状態を開くリンク",
    share_link_hint: "このアドレスに descent-widget.html が必要です。",
    share_element: "ウェブページ：タグ",
    share_element_hint: "descent-widget.js をノートの隣に置きます。",
    share_frame: "スクリプトを使えない所：iframe",
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
    share_text_instead: "この枠ではダウンロードできないことがあります。ファイルができていなければ、下の内容をコピーしてください。",
    share_picture_instead: "この枠ではダウンロードできないことがあります。ファイルができていなければ、下の図を長押しか右クリックで保存してください。",
    share_content: "ファイルの内容",
};
