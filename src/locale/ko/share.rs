//! Links, code and files, in Korean.

use crate::lessons::share::words::{ShareLabels, ShareWords};

/// The title.
pub const TITLE: &str = "공유와 내려받기";

/// The words.
pub const WORDS: ShareWords = ShareWords {
    labels: ShareLabels {
        share_link: "이 상태로 여는 링크",
        share_link_hint: "이 주소에 descent-widget.html이 있어야 합니다.",
        share_element: "웹 페이지: HTML 코드",
        share_element_hint: "descent-widget.js를 노트와 같은 폴더에 둡니다.",
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
        share_text_instead: "이 프레임(iframe)에서는 저장이 막혀 있을 수 있습니다. 파일이 생기지 않았으면 아래 내용을 복사하세요.",
        share_picture_instead: "이 프레임(iframe)에서는 저장이 막혀 있을 수 있습니다. 파일이 생기지 않았으면 아래 그림을 길게 누르거나 마우스 오른쪽 버튼으로 눌러 저장하세요.",
        share_content: "파일 내용",
    },
};
