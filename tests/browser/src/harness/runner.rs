//! Tells stories, each case in a browser of its own, both engines at the same time, and reports
//! them as `cargo test` does.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Breadth, Case, Driver, Engine, Outcome, Stage, Story};

/// No story takes this long, on a slow and busy machine either; a browser that hangs does.
const LONGEST: Duration = Duration::from_secs(300);
/// How long a browser may take to answer once its story has ended: one that hangs never does.
const AFTERWARDS: Duration = Duration::from_secs(30);

/// Where more cases than this do not hold, it is not for a busy machine, and telling them again would
/// only take long.
const MOST_AGAIN: usize = 6;

/// How a run went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Cases that held.
    pub passed: usize,
    /// Of these, cases that held only when they were told again.
    pub unsteady: usize,
    /// Cases that did not hold.
    pub failed: usize,
}

/// A case that did not hold, and why.
#[derive(Clone)]
struct Failure {
    story: usize,
    case: Case,
    trouble: String,
}

/// Tells the cases of `stories` whose name or case contains one of `words`; all where there are
/// none. What does not hold is told once more when nothing else runs: a machine that is too busy
/// is told from a fault that way, and both are listed at the end. Failures leave a picture in
/// `target/screens`.
///
/// # Errors
/// When a driver cannot be started.
pub async fn tell(stories: Vec<Story>, breadth: Breadth, words: &[String]) -> Outcome<Totals> {
    let stories = Arc::new(stories);
    let chosen = |engine| {
        let all = stories.iter().enumerate().flat_map(move |(index, story)| {
            story.cases(engine, breadth).into_iter().map(move |case| (index, case))
        });
        all.filter(|(index, case)| fits(stories[*index].name, case, words)).collect::<Vec<_>>()
    };
    let queues = [Engine::Chromium, Engine::WebKit].map(|engine| (engine, chosen(engine)));
    let count = queues.iter().map(|(_, queue)| queue.len()).sum::<usize>();
    println!("running {count} tests");
    let begun = Instant::now();
    let runs =
        queues.map(|(engine, queue)| tokio::spawn(tell_in(engine, Arc::clone(&stories), queue)));
    let mut first = Vec::new();
    for run in runs {
        first.extend(run.await??);
    }
    let failures = match first.len() {
        0..=MOST_AGAIN => tell_again(&stories, &first).await?,
        _ => first.clone(),
    };
    list("held only when told again", &stories, first.iter().filter(|it| !it.is_in(&failures)));
    list("failures", &stories, &failures);
    let verdict = if failures.is_empty() { "ok" } else { "FAILED" };
    let totals = Totals {
        passed: count - failures.len(),
        unsteady: first.len() - failures.len(),
        failed: failures.len(),
    };
    println!(
        "\ntest result: {verdict}. {} passed; {} failed; 0 ignored; finished in {:.1}s",
        totals.passed,
        totals.failed,
        begun.elapsed().as_secs_f64()
    );
    Ok(totals)
}

/// Tells cases once more, one at a time, and gives those that do not hold again.
async fn tell_again(stories: &Arc<Vec<Story>>, first: &[Failure]) -> Outcome<Vec<Failure>> {
    let mut failures = Vec::new();
    for failure in first {
        let again = vec![(failure.story, failure.case)];
        failures.extend(tell_in(failure.case.engine, Arc::clone(stories), again).await?);
    }
    Ok(failures)
}

impl Failure {
    fn is_in(&self, others: &[Failure]) -> bool {
        others.iter().any(|other| (other.story, other.case) == (self.story, self.case))
    }
}

fn list<'a>(title: &str, stories: &[Story], failures: impl IntoIterator<Item = &'a Failure>) {
    let lines: Vec<String> = failures
        .into_iter()
        .map(|it| format!("    {} [{}]\n    {}", stories[it.story].name, it.case, it.trouble))
        .collect();
    if !lines.is_empty() {
        println!("\n{title}:\n{}", lines.join("\n"));
    }
}

fn fits(name: &str, case: &Case, words: &[String]) -> bool {
    let told = format!("{name} [{case}]");
    words.is_empty() || words.iter().any(|word| told.contains(word.as_str()))
}

/// WebKitWebDriver drives one browser at a time, so an engine's cases come one after another.
async fn tell_in(
    engine: Engine,
    stories: Arc<Vec<Story>>,
    queue: Vec<(usize, Case)>,
) -> Outcome<Vec<Failure>> {
    let mut failures = Vec::new();
    if queue.is_empty() {
        return Ok(failures);
    }
    let driver = Driver::start(engine).await?;
    for (story, case) in queue {
        let begun = Instant::now();
        let outcome = tell_case(&driver, &stories[story], case).await;
        let (name, seconds) = (stories[story].name, begun.elapsed().as_secs_f64());
        match outcome {
            Ok(()) => println!("test {name} [{case}] ... ok ({seconds:.1} s)"),
            Err(trouble) => {
                println!("test {name} [{case}] ... FAILED ({seconds:.1} s)\n    {trouble}");
                failures.push(Failure { story, case, trouble: trouble.to_string() });
            }
        }
    }
    Ok(failures)
}

async fn tell_case(driver: &Driver, story: &Story, case: Case) -> Outcome {
    let browser = driver.browser().await?;
    let outcome = match Stage::set(browser.clone(), case).await {
        Ok(stage) => {
            let outcome = tell_on(story, stage.clone()).await;
            within(stage.end_others()).await?;
            outcome
        }
        Err(trouble) => Err(trouble),
    };
    within(async { Ok(browser.quit().await?) }).await?;
    outcome
}

/// What a browser does once its story has ended, if it still answers.
async fn within<T>(work: impl Future<Output = Outcome<T>>) -> Outcome<T> {
    let silent = || format!("the browser does not answer within {} s", AFTERWARDS.as_secs());
    tokio::time::timeout(AFTERWARDS, work).await.unwrap_or_else(|_| Err(silent().into()))
}

async fn tell_on(story: &Story, stage: Stage) -> Outcome {
    let telling = tokio::time::timeout(LONGEST, tokio::spawn(story.tell_on(stage.clone())));
    let trouble = match telling.await {
        Ok(Ok(Ok(()))) => return Ok(()),
        Ok(Ok(Err(trouble))) => trouble.to_string(),
        Ok(Err(panic)) => panic_message(panic),
        Err(_) => format!("did not end within {} s", LONGEST.as_secs()),
    };
    let errors = within(stage.console_errors()).await.unwrap_or_default().join("\n    ");
    let name = format!("failed-{}", story.name.replace(' ', "-"));
    let pictures = match within(stage.pictures(&name)).await {
        Ok(places) => places.iter().map(|place| place.display().to_string()).collect(),
        Err(error) => vec![format!("no picture: {error}")],
    };
    Err(format!("{trouble}\n    {}\n    {errors}", pictures.join("\n    ")).into())
}

fn panic_message(panic: tokio::task::JoinError) -> String {
    match panic.try_into_panic().map(|payload| payload.downcast::<String>()) {
        Ok(Ok(message)) => *message,
        Ok(Err(payload)) => payload
            .downcast_ref::<&str>()
            .map_or_else(|| "stopped".to_owned(), |message| (*message).to_owned()),
        Err(stopped) => stopped.to_string(),
    }
}
