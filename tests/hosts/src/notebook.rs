//! JupyterLab: the Python package as a wheel, and its figure in a notebook that runs.

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
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
    let server = Server::start(shop)?;
    look(&server.url());
    let saved: Value = serde_json::from_str(&shop.read("notes.ipynb")?)?;
    let picture = &saved["cells"][1]["outputs"][0]["data"]["image/svg+xml"];
    let picture = match picture {
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect(),
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    ensure!(
        picture.contains("<svg") && picture.contains("Momentum"),
        "the saved notebook has no picture"
    );
    Ok(())
}

/// What the notebook's only program is.
fn source(notebook: &Value) -> String {
    let lines = notebook["cells"][1]["source"].as_array();
    let lines = lines.into_iter().flatten().filter_map(Value::as_str);
    lines.collect()
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
fn look(url: &str) {
    let window = Window::open(&NOTEBOOK, &format!("{url}lab/tree/notes.ipynb"));
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
        let settings = shop.folder.join("jupyter");
        let program = shop.tools().join("bin/jupyter-lab");
        let child = Command::new(program)
            .args(["--no-browser", "--allow-root", "--expose-app-in-browser"])
            .args(["--ip=127.0.0.1", "--IdentityProvider.token="])
            .arg(format!("--port={port}"))
            .current_dir(&shop.folder)
            // Nothing of the person's own settings, and nothing left in them.
            .envs(
                [
                    "JUPYTER_CONFIG_DIR",
                    "JUPYTER_DATA_DIR",
                    "JUPYTER_RUNTIME_DIR",
                    "IPYTHONDIR",
                ]
                .map(|name| (name, settings.join(name))),
            )
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
