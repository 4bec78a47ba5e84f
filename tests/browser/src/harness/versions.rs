//! Other versions of the page, for stories about updates.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use xtask::{dist, paths};

use super::Outcome;

/// Makes a newer version of the page in `dist/` and gives its folder and its build name. Give each
/// story and case a name of its own.
pub fn next_version(name: &str) -> Outcome<(PathBuf, String)> {
    version_with(name, "index.html", |html| format!("{html}<!-- a newer version -->\n"))
}

/// Makes a version of the page in `dist/` with one file changed.
pub fn version_with(
    name: &str,
    file: &str,
    change: impl FnOnce(String) -> String,
) -> Outcome<(PathBuf, String)> {
    let folder = paths::target().join("versions").join(name);
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder)?;
    }
    copy(&paths::dist(), &folder)?;
    let place = folder.join(file);
    std::fs::write(&place, change(std::fs::read_to_string(&place)?))?;
    let build = dist::seal(&folder).map_err(|trouble| trouble.to_string())?;
    Ok((folder, build))
}

/// Makes a version of the page in `dist/` for which it is another moment by now, in milliseconds
/// since 1970; time goes on from there, over reloads, too.
pub fn version_at(name: &str, moment: u64) -> Outcome<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    let clock = format!(
        "const Here = Date;
        const there = () => Here.now() - {now} + {moment};
        globalThis.Date = class extends Here {{
          constructor(...moment) {{ super(...(moment.length === 0 ? [there()] : moment)); }}
          static now() {{ return there(); }}
        }};"
    );
    Ok(version_with(name, "boot.js", |script| format!("{clock}\n{script}"))?.0)
}

fn copy(from: &Path, there: &Path) -> Outcome {
    std::fs::create_dir_all(there)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let place = there.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            std::fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
