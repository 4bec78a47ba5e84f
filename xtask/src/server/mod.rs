//! A static file server for this machine, like the plain hosts the page is made for, that a test
//! can stop, restart and make misbehave.
//!
//! Own code rather than a crate: stopping must cut every open connection, so that "the server is
//! gone" is true at once, and a response must be able to wait until a test lets it go.

mod request;
mod site;

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;

pub use site::Site;

use request::Request;

/// How a path is answered, other than with its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// As if the file were not there.
    Missing,
    /// Not before [`Server::heal`].
    Held,
    /// With one more header.
    Header(&'static str, &'static str),
}

/// A running, or stopped, server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    stopped: AtomicBool,
    next_connection: AtomicU64,
}

#[derive(Debug)]
struct State {
    site: Site,
    /// By the end of the path.
    faults: Vec<(String, Fault)>,
    asked: Vec<String>,
    connections: HashMap<u64, TcpStream>,
}

impl Server {
    /// Serves `site` on this machine; port 0 takes a free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(site: Site, port: u16) -> io::Result<Server> {
        let state =
            State { site, faults: Vec::new(), asked: Vec::new(), connections: HashMap::new() };
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            changed: Condvar::new(),
            stopped: AtomicBool::new(true),
            next_connection: AtomicU64::new(0),
        });
        let mut server = Server {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
            shared,
            accepting: None,
        };
        server.restart()?;
        Ok(server)
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.lock().site.base)
    }

    /// Ends the listening and cuts every connection.
    pub fn stop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        self.shared.changed.notify_all();
        // Wakes the thread that accepts, so that it sees the flag.
        drop(TcpStream::connect(self.address));
        if let Some(accepting) = self.accepting.take() {
            accepting.join().expect("accepting connections does not panic");
        }
        for (_, connection) in self.shared.lock().connections.drain() {
            // It may have ended by itself.
            let _ = connection.shutdown(Shutdown::Both);
        }
    }

    /// Serves again, on the same port.
    ///
    /// # Errors
    /// When the port was taken meanwhile.
    pub fn restart(&mut self) -> io::Result<()> {
        let listener = TcpListener::bind(self.address)?;
        self.address = listener.local_addr()?;
        self.shared.stopped.store(false, Ordering::SeqCst);
        let shared = Arc::clone(&self.shared);
        self.accepting = Some(std::thread::spawn(move || accept(&listener, &shared)));
        Ok(())
    }

    /// Serves another folder from now on, as a host does after a deployment.
    pub fn deploy(&self, folder: PathBuf) {
        self.shared.lock().site.folder = folder;
    }

    /// Answers paths with this ending by a fault.
    pub fn break_path(&self, ending: &str, fault: Fault) {
        self.shared.lock().faults.push((ending.to_owned(), fault));
    }

    /// Ends all faults; held responses go out.
    pub fn heal(&self) {
        self.shared.lock().faults.clear();
        self.shared.changed.notify_all();
    }

    /// Every path asked for since the start, in order.
    pub fn asked(&self) -> Vec<String> {
        self.shared.lock().asked.clone()
    }

    /// Serves for as long as the process lives.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.join().expect("accepting connections does not panic");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no holder of the lock panics")
    }

    /// The fault of a path, once nothing holds it any more; nothing while the server is stopped.
    fn fault(&self, path: &str) -> Option<Option<Fault>> {
        let held = |state: &mut State| {
            !self.stopped.load(Ordering::SeqCst) && state.fault(path) == Some(Fault::Held)
        };
        let state =
            self.changed.wait_while(self.lock(), held).expect("no holder of the lock panics");
        (!self.stopped.load(Ordering::SeqCst)).then(|| state.fault(path))
    }
}

impl State {
    fn fault(&self, path: &str) -> Option<Fault> {
        self.faults
            .iter()
            .find(|(ending, _)| path.ends_with(ending.as_str()))
            .map(|(_, fault)| fault.clone())
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        // A visitor that is gone again needs no answer.
        let Ok(connection) = connection else { continue };
        let shared = Arc::clone(shared);
        std::thread::spawn(move || {
            let id = shared.next_connection.fetch_add(1, Ordering::SeqCst);
            if let Ok(copy) = connection.try_clone() {
                shared.lock().connections.insert(id, copy);
            }
            // The visitor may leave in the middle of an answer; there is nobody to tell.
            let _ = answer(&connection, &shared);
            let _ = connection.shutdown(Shutdown::Both);
            shared.lock().connections.remove(&id);
        });
    }
}

/// One request a connection: a stopped server has nothing in flight that it would still serve.
fn answer(mut connection: &TcpStream, shared: &Shared) -> io::Result<()> {
    let Some(request) = Request::read(connection)? else { return Ok(()) };
    shared.lock().asked.push(request.path.clone());
    let Some(fault) = shared.fault(&request.path) else { return Ok(()) };
    let site = shared.lock().site.clone();
    let response = match fault {
        Some(Fault::Missing) => site.not_found(),
        Some(Fault::Header(name, value)) => site.response(&request.path).with_header(name, value),
        Some(Fault::Held) | None => site.response(&request.path),
    };
    response.write(&mut connection, &request.method)
}

#[cfg(test)]
mod tests;
