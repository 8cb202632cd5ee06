//! The table of hosts: what builds each page, and what is to be seen on it.

use e2e::Site;

use crate::{build, notebook, package, paper, tools::Tools, workshop::Workshop};

/// What the figure of every page shows, as a query. The pages say it as attributes.
pub(crate) const QUERY: &str = "optimizers=sgd momentum&steps=40";

/// The arrow key, as WebDriver writes it.
const RIGHT: &str = "\u{E014}";

/// A place where lecture notes live.
pub(crate) struct Host {
    /// The name of its folder in `pages/`, and on the command line.
    pub(crate) name: &'static str,
    /// What people call it, with the version.
    pub(crate) title: &'static str,
    /// What it is built with, where that is more than a copy.
    pub(crate) tools: Option<Tools>,
    /// Whether its tool takes minutes to come.
    pub(crate) slow: bool,
    /// Whether Firefox may see it otherwise than Chromium, so that it is opened there too:
    /// where frames, files, policies, types, transforms or boxes without a size are concerned.
    pub(crate) differs: bool,
    /// Builds `site/` in the workshop.
    pub(crate) build: fn(&Workshop) -> anyhow::Result<()>,
    /// What is opened then.
    pub(crate) places: &'static [Place],
}

/// A built page and what is particular about it.
pub(crate) struct Place {
    /// Its path in the site, with a query where it needs one.
    pub(crate) page: &'static str,
    /// How its server differs from an ordinary one.
    pub(crate) server: fn(Site) -> Site,
    /// The frames to enter, from outside to inside.
    pub(crate) frames: &'static [u16],
    /// Whether it is opened as a file, without a server.
    pub(crate) is_on_disk: bool,
    /// An expression for what a reader has to click before there is a figure to be seen.
    pub(crate) opened_by: Option<&'static str>,
    /// How many figures there are.
    pub(crate) figures: usize,
    /// What the host does by keys of its own: the key, and an expression that is another
    /// afterwards.
    pub(crate) turns: Option<(&'static str, &'static str)>,
    /// Whether the page around the figure keeps to a narrow window.
    pub(crate) narrows: bool,
    /// Whether the page may be left without its figure.
    pub(crate) removable: bool,
    /// An expression that has to become true besides.
    pub(crate) also: &'static str,
}

const PLACE: Place = Place {
    page: "index.html",
    server: |site| site,
    frames: &[],
    is_on_disk: false,
    opened_by: None,
    figures: 1,
    turns: None,
    narrows: true,
    removable: true,
    also: "true",
};

const FRAME: Place = Place {
    frames: &[0],
    ..PLACE
};

/// What shows the figure of the page with tabs.
const TAB: Option<&str> = Some("document.querySelector('button:last-of-type')");

/// The policy under which everything has to work.
pub(crate) const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    require-trusted-types-for 'script'; trusted-types descent-widget";

/// Every host, those that need nothing first.
pub(crate) const HOSTS: &[Host] = &[
    Host {
        name: "plain",
        title: "A page with a strict policy and Trusted Types",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[PLAIN],
    },
    Host {
        name: "several",
        title: "Figures beside each other, in another shadow root, and with networks",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[Place {
            figures: 4,
            also: "hosts.hasTrained(20)",
            ..PLACE
        }],
    },
    Host {
        name: "frame",
        title: "A frame of 480 pixels height",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[FRAME],
    },
    Host {
        name: "boxes",
        title: "Frames of 5 : 3 and 16 : 10",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[
            FRAME,
            Place {
                frames: &[1],
                ..PLACE
            },
        ],
    },
    Host {
        name: "tabs",
        title: "A tab that has no size until it is chosen",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[
            Place {
                opened_by: TAB,
                ..PLACE
            },
            Place {
                page: "frame.html",
                opened_by: TAB,
                ..FRAME
            },
        ],
    },
    Host {
        name: "file",
        title: "Notes on a disk, without a server, in a frame of 520 pixels height",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[Place {
            is_on_disk: true,
            ..FRAME
        }],
    },
    Host {
        name: "resizing",
        title: "A frame that grows with its figure",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[Place {
            also: "innerHeight > 480",
            ..FRAME
        }],
    },
    Host {
        name: "wrong-types",
        title: "A server with wrong MIME types, and a sandboxed frame",
        tools: None,
        slow: false,
        differs: true,
        build: build::copied,
        places: &[Place {
            server: Site::without_script_types,
            ..FRAME
        }],
    },
    Host {
        name: "srcdoc",
        title: "A sandboxed frame without an address (srcdoc)",
        tools: None,
        slow: false,
        differs: true,
        build: build::srcdoc,
        places: &[FRAME],
    },
    Host {
        name: "crate",
        title: "The crate: packed, built from the tarball, documented without the browser",
        tools: None,
        slow: false,
        differs: false,
        build: package::check_crate,
        places: &[],
    },
    Host {
        name: "package",
        title: "The npm package: publint, attw, TypeScript, its tarball",
        tools: Some(Tools::Npm("package")),
        slow: false,
        differs: false,
        build: package::check,
        places: &[],
    },
    Host {
        name: "vite",
        title: "Vite 8.3.8",
        tools: Some(Tools::Npm("bundlers")),
        slow: false,
        differs: false,
        build: build::vite,
        places: &[SPLIT],
    },
    Host {
        name: "webpack",
        title: "webpack 5.112.2",
        tools: Some(Tools::Npm("bundlers")),
        slow: false,
        differs: false,
        build: build::webpack,
        places: &[SPLIT],
    },
    Host {
        name: "rollup",
        title: "Rollup 4.68.7",
        tools: Some(Tools::Npm("bundlers")),
        slow: false,
        differs: false,
        build: build::rollup,
        places: &[PLACE],
    },
    Host {
        name: "esbuild",
        title: "esbuild 0.28.2",
        tools: Some(Tools::Npm("bundlers")),
        slow: false,
        differs: false,
        build: build::esbuild,
        places: &[PLACE],
    },
    Host {
        name: "pandoc",
        title: "pandoc 3.9, the engine of Quarto and bookdown",
        tools: Some(Tools::Pip("pandoc")),
        slow: false,
        differs: false,
        build: build::pandoc,
        places: &[
            PLACE,
            Place {
                page: "embedded.html",
                ..PLACE
            },
        ],
    },
    Host {
        name: "print",
        title: "Paper: a live figure, and one without scripts, printed by Chromium",
        tools: Some(Tools::Pip("pandoc")),
        slow: false,
        differs: false,
        build: paper::print,
        places: &[],
    },
    Host {
        name: "reveal",
        title: "reveal.js 6.0.2",
        tools: Some(Tools::Npm("reveal")),
        slow: false,
        differs: true,
        build: build::reveal,
        places: &[Place {
            page: "index.html#/1",
            turns: Some((RIGHT, "Reveal.getIndices().h")),
            ..PLACE
        }],
    },
    Host {
        name: "mdbook",
        title: "mdBook 0.5.4",
        tools: Some(Tools::Cargo("mdbook", "0.5.4")),
        slow: true,
        differs: false,
        build: build::mdbook,
        places: &[
            Place {
                page: "ravine.html",
                turns: Some((RIGHT, "location.pathname")),
                ..PLACE
            },
            Place {
                page: "print.html",
                ..PLACE
            },
        ],
    },
    Host {
        name: "sphinx",
        title: "Sphinx 9.0.4 with furo and MyST",
        tools: Some(Tools::Pip("sphinx")),
        slow: false,
        differs: false,
        build: build::sphinx,
        places: &[TURNED],
    },
    Host {
        name: "jupyter-book",
        title: "Jupyter Book 1.0.4",
        tools: Some(Tools::Pip("jupyter-book")),
        slow: false,
        differs: false,
        build: build::jupyter_book,
        places: &[TURNED],
    },
    Host {
        name: "mkdocs",
        title: "MkDocs Material 9.8.1",
        tools: Some(Tools::Pip("mkdocs")),
        slow: false,
        differs: false,
        build: build::mkdocs,
        places: &[Place {
            turns: Some(("n", "location.pathname")),
            ..PLACE
        }],
    },
    Host {
        name: "docusaurus",
        title: "Docusaurus 3.10.2",
        tools: Some(Tools::Npm("docusaurus")),
        slow: true,
        differs: false,
        build: build::docusaurus,
        places: &[PLACE],
    },
    Host {
        name: "myst",
        title: "MyST 1.8.3 (Jupyter Book 2) and its renderer of anywidgets 1.4.1",
        tools: Some(Tools::Npm("myst")),
        slow: false,
        differs: false,
        build: build::myst,
        places: &[PLACE],
    },
    Host {
        name: "jupyterlab",
        title: "JupyterLab 4.6.6 through anywidget 0.11.0, and the Python package",
        tools: Some(Tools::Pip("notebook")),
        slow: false,
        differs: false,
        build: notebook::check,
        places: &[],
    },
];

/// A bundle of the split build: its lessons come as further files, when they are asked for.
const SPLIT: Place = Place {
    also: "hosts.openLesson()",
    ..PLACE
};

/// Notes whose pages the arrow keys turn.
const TURNED: Place = Place {
    turns: Some((RIGHT, "location.pathname")),
    ..PLACE
};

/// A notebook that runs: its cells are what keys could change.
pub(crate) const NOTEBOOK: Place = Place {
    turns: Some(("b", "document.querySelectorAll('.jp-Cell').length")),
    // JupyterLab itself does not fit a phone.
    narrows: false,
    ..PLACE
};

/// The page with the strict policy.
pub(crate) const PLAIN: Place = Place {
    server: |site| site.policy(STRICT),
    ..PLACE
};
