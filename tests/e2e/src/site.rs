//! A web server for the pages of a test, on this machine, which remembers who asked for what.

use std::{
    collections::HashMap,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
use tokio::{runtime::Runtime, sync::Semaphore};
use tower_http::services::ServeDir;

/// The pages and files of one test. It sends no permission to read across origins, like
/// the servers of most lecturers.
#[derive(Debug, Default)]
pub struct Site {
    folder: PathBuf,
    pages: HashMap<String, String>,
    policy: Option<HeaderValue>,
    plain_types: bool,
    plain_script_types: bool,
    any_origin: bool,
    isolated: bool,
    held: Option<String>,
    compressed: bool,
}

/// A [`Site`] that can be visited until it is dropped.
#[derive(Debug)]
pub struct Visited {
    address: SocketAddr,
    requests: Requests,
    gate: Arc<Semaphore>,
    _runtime: Runtime,
}

/// Everything that was asked for, shared by the test and its server.
type Requests = Arc<Mutex<Vec<String>>>;

impl Site {
    /// The files of a folder.
    pub fn of(folder: impl AsRef<Path>) -> Self {
        Self {
            folder: folder.as_ref().into(),
            ..Self::default()
        }
    }

    /// Besides, a page or a script that is no file, at `/name`.
    pub fn page(mut self, name: &str, text: &str) -> Self {
        self.pages.insert(format!("/{name}"), text.to_owned());
        self
    }

    /// Lets pages of every origin read everything.
    pub fn for_any_origin(mut self) -> Self {
        self.any_origin = true;
        self
    }

    /// Keeps pages of other origins out of this one's process. To such a page a browser
    /// tells the time to 5 µs instead of 100.
    pub fn isolated(mut self) -> Self {
        self.isolated = true;
        self
    }

    /// Sends files as gzip where a `.gz` lies beside them, like most servers.
    pub fn compressed(mut self) -> Self {
        self.compressed = true;
        self
    }

    /// Answers at this path only once [`Visited::release`] was called.
    pub fn hold(mut self, path: &str) -> Self {
        self.held = Some(format!("/{path}"));
        self
    }

    /// Sends this content security policy with everything.
    pub fn policy(mut self, policy: &'static str) -> Self {
        self.policy = Some(HeaderValue::from_static(policy));
        self
    }

    /// Calls wasm an octet stream, like a server that does not know it.
    pub fn without_wasm_type(mut self) -> Self {
        self.plain_types = true;
        self
    }

    /// Calls scripts an octet stream too, which no browser then runs as a module.
    pub fn without_script_types(mut self) -> Self {
        self.plain_types = true;
        self.plain_script_types = true;
        self
    }

    /// Opens the site at a free port.
    pub fn serve(self) -> Visited {
        let requests = Requests::default();
        let files = ServeDir::new(&self.folder);
        let files = if self.compressed {
            files.precompressed_gzip()
        } else {
            files
        };
        let files = Router::new().fallback_service(files);
        let gate = Arc::new(Semaphore::new(0));
        let state = Arc::new((self, Arc::clone(&requests), Arc::clone(&gate)));
        let router = files.layer(middleware::from_fn_with_state(state, answer));

        let runtime = Runtime::new().expect("a runtime can be had");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("a listener has an address");
        listener
            .set_nonblocking(true)
            .expect("a listener can be made asynchronous");
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        Visited {
            address,
            requests,
            gate,
            _runtime: runtime,
        }
    }
}

impl Visited {
    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// Answers what was held, from now on.
    pub fn release(&self) {
        self.gate.add_permits(1);
    }

    /// What was asked for so far: paths with their queries, in order.
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .map(|it| it.clone())
            .unwrap_or_default()
    }
}

async fn answer(
    State(state): State<Arc<(Site, Requests, Arc<Semaphore>)>>,
    request: Request,
    next: Next,
) -> Response {
    let (site, requests, gate) = &*state;
    if let Ok(mut requests) = requests.lock() {
        requests.push(request.uri().to_string());
    }
    let path = request.uri().path().to_owned();
    if site.held.as_ref() == Some(&path) {
        // It is given back at once, for the next request.
        drop(gate.acquire().await);
    }
    let mut response = match site.pages.get(&path) {
        Some(text) => {
            let kind = match path.rsplit_once('.') {
                Some((_, "js")) => "text/javascript",
                Some((_, "css")) => "text/css",
                Some((_, "xhtml")) => "application/xhtml+xml",
                _ => "text/html; charset=utf-8",
            };
            let mut page = Response::new(Body::from(text.clone()));
            page.headers_mut()
                .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            page
        }
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    let is_plain = site.plain_types && path.ends_with(".wasm.gz")
        || site.plain_script_types && path.ends_with(".js");
    if is_plain {
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        );
    }
    if let Some(policy) = &site.policy {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    if site.any_origin {
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
    }
    if site.isolated {
        for (name, value) in [
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
