//! Waiting for a condition, with a deadline.

use std::time::{Duration, Instant};

use super::Outcome;

/// Long enough for a busy machine; a true condition is seen within a hundredth of it.
const DEADLINE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(30);

/// Looks until `look` gives something. Trouble while looking counts as nothing seen: the page may
/// be about to be replaced.
///
/// # Errors
/// After the deadline, naming what was waited for and the last trouble.
pub(super) async fn until<T, Look, Seen>(what: &str, look: Look) -> Outcome<T>
where
    Look: Fn() -> Seen,
    Seen: Future<Output = Outcome<Option<T>>>,
{
    let deadline = Instant::now() + DEADLINE;
    loop {
        let seen = look().await;
        if let Ok(Some(found)) = seen {
            return Ok(found);
        }
        if deadline < Instant::now() {
            let trouble = seen.err().map(|error| error.to_string()).unwrap_or_default();
            let trouble = trouble.lines().next().unwrap_or_default();
            return Err(
                format!("waited {} s in vain: {what} ({trouble})", DEADLINE.as_secs()).into()
            );
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}
