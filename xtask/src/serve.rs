//! `cargo xtask serve`: the gallery, on this machine only.

use std::{io::Write as _, net::Ipv4Addr};

use anyhow::{Context, Result};
use axum::Router;
use tokio::{net::TcpListener, runtime::Runtime};
use tower_http::services::ServeDir;

use crate::{dist, root};

pub(crate) fn run(port: u16) -> Result<()> {
    Runtime::new()?.block_on(async {
        // The port first: nobody wants to hear after a minute's build that it is taken.
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| {
                format!(
                    "port {port} cannot be had; choose another: cargo xtask serve --port {}",
                    port.wrapping_add(1)
                )
            })?;
        tokio::task::spawn_blocking(dist::site).await??;
        let site = Router::new().fallback_service(ServeDir::new(root().join("dist/site")));
        println!("http://{}/", listener.local_addr()?);
        std::io::stdout().flush()?;
        axum::serve(listener, site).await?;
        Ok(())
    })
}
