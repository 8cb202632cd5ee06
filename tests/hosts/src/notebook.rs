//! JupyterLab: the Python package as a wheel, and its figure in a notebook that runs.

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use e2e::Engine;
use serde_json::Value;

use crate::{
    host::NOTEBOOK,
    visit::Window,
    workshop::{Workshop, copy, run},
};

/// How long the server may take to listen.
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds the wheel, tests it, and opens the notebook.
pub(crate) fn check(shop: &Workshop) -> Result<()> {
    install(shop)?;
    let snippet = shop.read("snippet.py")?;
    let notebook: Value = serde_json::from_str(&shop.read("notes.ipynb")?)?;
    ensure!(
        source(&notebook) == snippet.trim_end(),
        "the notebook and the documented snippet differ"
    );
    shop.draw("native.svg")?;
    let native = shop.read("native.svg")?;
    ensure!(
        run_unseen(shop, &notebook)? == native.trim_end(),
        "the picture of a notebook that no browser opened is not the native program's"
    );
    let mut of_network = notebook;
    of_network["cells"][1]["source"] =
        Value::from(snippet.replace("steps=40", "lab='training', iterations=30"));
    ensure!(
        run_unseen(shop, &of_network)?.contains("iteration 30"),
        "the picture of a network that no browser opened is not trained"
    );
    published_without_widgets(shop)?;

    for &engine in &shop.engines {
        let server = Server::start(shop)?;
        look(&server.url(), engine);
        drop(server);
        let saved = serde_json::from_str(&shop.read("notes.ipynb")?)?;
        ensure!(
            picture(&saved) == native.trim_end(),
            "the saved notebook has lost its picture"
        );
    }
    Ok(())
}

/// What the notebook's only program is.
fn source(notebook: &Value) -> String {
    text(&notebook["cells"][1]["source"])
}

/// The picture in the output of the only program; empty where there is none.
fn picture(notebook: &Value) -> String {
    let outputs = notebook["cells"][1]["outputs"].as_array();
    let mut data = outputs.into_iter().flatten().map(|it| &it["data"]);
    let shown = data.find(|it| it["image/svg+xml"] != Value::Null);
    let text = shown.map(|it| text(&it["image/svg+xml"]));
    text.unwrap_or_default().trim_end().to_owned()
}

/// Text as notebooks have it: whole, or a line each.
fn text(value: &Value) -> String {
    match value {
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect(),
        other => other.as_str().unwrap_or_default().to_owned(),
    }
}

/// The picture in a notebook that a program has run, and no browser.
fn run_unseen(shop: &Workshop, notebook: &Value) -> Result<String> {
    shop.write("unseen.ipynb", notebook.to_string())?;
    let mut convert = shop.tool("jupyter");
    convert.args(["nbconvert", "--execute", "--to=notebook", "--inplace"]);
    run(convert.arg("unseen.ipynb").envs(settings(shop)))?;
    Ok(picture(&serde_json::from_str(&shop.read("unseen.ipynb")?)?))
}

/// What the package says of pages without widgets.
fn published_without_widgets(shop: &Workshop) -> Result<()> {
    let mut convert = shop.tool("jupyter");
    convert.args(["nbconvert", "--execute", "--to=html"]).args([
        "--ExecutePreprocessor.store_widget_state=False",
        "notes.ipynb",
        "--output=page.html",
    ]);
    run(convert.envs(settings(shop)))?;
    let page = shop.read("page.html")?;
    ensure!(
        page.contains("data:image/svg+xml;base64,") && !page.contains("widget-view+json"),
        "the published page has no picture"
    );
    Ok(())
}

/// Nothing of the person's own settings, and nothing left in them.
fn settings(shop: &Workshop) -> [(&'static str, PathBuf); 4] {
    let folder = shop.folder.join("jupyter");
    [
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_RUNTIME_DIR",
        "IPYTHONDIR",
    ]
    .map(|name| (name, folder.join(name)))
}

/// Builds the wheel from `dist/python`, installs it beside JupyterLab and runs its tests.
fn install(shop: &Workshop) -> Result<()> {
    copy(&shop.dist.join("python"), &shop.folder.join("python"))?;
    let tests = crate::workshop::sources().join("../../python/tests");
    copy(&tests, &shop.folder.join("python-tests"))?;
    run(shop.tool("python").args([
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        "wheel",
        "python",
    ]))?;
    let wheel = shop.folder.join("wheel");
    let wheel = std::fs::read_dir(wheel)?
        .filter_map(|it| it.ok().map(|it| it.path()))
        .find(|it| it.extension().is_some_and(|it| it == "whl"))
        .context("no wheel was built")?;
    let mut pip = shop.tool("pip");
    pip.args(["install", "--quiet", "--disable-pip-version-check"])
        .args(["--no-deps", "--force-reinstall"]);
    run(pip.arg(wheel))?;
    run(shop
        .tool("python")
        .args(["-m", "unittest", "discover", "-q", "-s", "python-tests"]))
}

/// Runs the notebook and looks at its figure.
fn look(url: &str, engine: Engine) {
    let window = Window::open(&NOTEBOOK, &format!("{url}lab/tree/notes.ipynb"), engine);
    let session = &window.session;
    session.wait_until("window.jupyterapp?.restored.then(() => true)");
    session.wait_until(
        "window.jupyterapp.shell.currentWidget?.sessionContext?.ready.then(() => true)",
    );
    session.run("await window.jupyterapp.commands.execute('notebook:run-all-cells');");
    window.look(url);
    // What a reader sets is known in Python, and the other way round.
    let python = |code: &str| {
        session.read(&format!(
            "(async () => {{
               const {{ kernel }} = window.jupyterapp.shell.currentWidget.sessionContext.session;
               const future = kernel.requestExecute({{ code: {code:?} }});
               let said = '';
               future.onIOPub = ({{ header, content }}) => {{
                 if (header.msg_type === 'stream') said += content.text;
                 if (header.msg_type === 'error') said += content.evalue;
               }};
               await future.done;
               return said.trim();
             }})()"
        ))
    };
    let start = window.ask("figures()[0].record.start.join(' ')");
    assert_ne!(start, "-7 2", "the click on the map set nothing");
    assert_eq!(python("print(figure.start)"), start);
    let lanes = "print(len(figure.record['lanes']), figure.record['lanes'][0]['x'][0])";
    let x = start.split(' ').next().unwrap_or_default();
    assert_eq!(python(lanes), format!("2 {x}"));
    python("figure.steps = 60; figure.step = 7");
    session.wait_until("window.hosts.figures()[0].record.steps === 60");
    session.wait_until("window.hosts.figures()[0].currentStep === 7");
    session.run("await window.jupyterapp.commands.execute('docmanager:save');");
}

/// JupyterLab's server, which ends with this value.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(shop: &Workshop) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        drop(listener);
        let program = shop.tools().join("bin/jupyter-lab");
        let child = Command::new(program)
            .args(["--no-browser", "--allow-root", "--expose-app-in-browser"])
            .args(["--ip=127.0.0.1", "--IdentityProvider.token="])
            .arg(format!("--port={port}"))
            .current_dir(&shop.folder)
            .envs(settings(shop))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let server = Self { child, port };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            ensure!(start.elapsed() < PATIENCE, "JupyterLab does not listen");
            thread::sleep(Duration::from_millis(100));
        }
        Ok(server)
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked politely it ends its kernels too.
        let id = self.child.id().to_string();
        let _ = Command::new("kill").arg(id).status();
        let _ = self.child.wait();
    }
}
