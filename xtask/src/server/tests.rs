//! The server as a visitor sees it.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::*;
use crate::paths;

fn server(base: &str) -> Server {
    let site = Site { folder: paths::root().join("public"), base: base.to_owned() };
    Server::start(site, 0).expect("a free port")
}

fn ask(server: &Server, path: &str) -> Option<String> {
    let mut connection = TcpStream::connect(server.address).ok()?;
    connection.write_all(format!("GET {path} HTTP/1.1\r\n\r\n").as_bytes()).ok()?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned()).filter(|answer| !answer.is_empty())
}

fn check(server: &Server, path: &str, expect: &str) {
    let answer = ask(server, path).unwrap_or_default();
    assert!(answer.contains(expect), "{path} gives {answer:.200}, not {expect}");
}

#[test]
fn files_come_with_their_type() {
    let server = server("/");
    check(&server, "/boot.js", "Content-Type: text/javascript");
    check(&server, "/icons/icon.svg?v=1", "Content-Type: image/svg+xml");
    check(&server, "/manifest.webmanifest", "200 OK");
}

#[test]
fn nothing_outside_the_page_is_served() {
    let server = server("/some/path/");
    check(&server, "/some/path/boot.js", "200 OK");
    check(&server, "/boot.js", "404 Not Found");
    check(&server, "/some/path/../Cargo.toml", "404 Not Found");
    check(&server, "/some/path/%2e%2e/Cargo.toml", "404 Not Found");
}

#[test]
fn a_stopped_server_is_gone_and_comes_back_at_its_address() {
    let mut server = server("/");
    let url = server.url();
    server.stop();
    assert_eq!(ask(&server, "/boot.js"), None);
    server.restart().expect("the port is still free");
    assert_eq!(server.url(), url);
    check(&server, "/boot.js", "200 OK");
}

#[test]
fn faults_last_until_they_are_healed() {
    let server = server("/");
    server.break_path(".js", Fault::Missing);
    check(&server, "/boot.js", "404 Not Found");
    server.heal();
    check(&server, "/boot.js", "200 OK");
    assert_eq!(server.asked(), ["/boot.js", "/boot.js"]);
}

#[test]
fn a_held_response_goes_out_when_it_is_let_go() {
    let server = server("/");
    server.break_path("boot.js", Fault::Held);
    std::thread::scope(|scope| {
        let held = scope.spawn(|| ask(&server, "/boot.js"));
        check(&server, "/sw.js", "200 OK");
        server.heal();
        assert!(held.join().expect("asking does not panic").is_some());
    });
}
