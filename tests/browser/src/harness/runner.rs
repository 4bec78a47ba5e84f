//! Tells stories, each case in a browser of its own, both engines at the same time, and reports
//! them as `cargo test` does.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Case, Driver, Engine, Outcome, Stage, Story};

/// No story takes this long; a browser that hangs does.
const LONGEST: Duration = Duration::from_secs(120);

/// How a run went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Cases that held.
    pub passed: usize,
    /// Cases that did not.
    pub failed: usize,
}

/// Tells every case of `stories` whose name or case contains one of `words`; all where there are
/// none. Failures leave a picture in `target/screens`.
///
/// # Errors
/// When a driver cannot be started.
pub async fn tell(stories: Vec<Story>, words: &[String]) -> Outcome<Totals> {
    let stories = Arc::new(stories);
    let chosen = |engine| {
        let all = stories.iter().enumerate().flat_map(move |(index, story)| {
            story.cases(engine).into_iter().map(move |case| (index, case))
        });
        all.filter(|(index, case)| fits(stories[*index].name, case, words)).collect::<Vec<_>>()
    };
    let queues = [Engine::Chromium, Engine::WebKit].map(|engine| (engine, chosen(engine)));
    println!("running {} tests", queues.iter().map(|(_, queue)| queue.len()).sum::<usize>());
    let begun = Instant::now();
    let runs =
        queues.map(|(engine, queue)| tokio::spawn(tell_in(engine, Arc::clone(&stories), queue)));
    let mut totals = Totals::default();
    for run in runs {
        let (passed, failed) = run.await??;
        totals.passed += passed;
        totals.failed += failed;
    }
    let verdict = if totals.failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {verdict}. {} passed; {} failed; 0 ignored; finished in {:.1}s",
        totals.passed,
        totals.failed,
        begun.elapsed().as_secs_f64()
    );
    Ok(totals)
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
) -> Outcome<(usize, usize)> {
    if queue.is_empty() {
        return Ok((0, 0));
    }
    let driver = Driver::start(engine).await?;
    let (mut passed, mut failed) = (0, 0);
    for (index, case) in queue {
        let story = &stories[index];
        let begun = Instant::now();
        match tell_case(&driver, story, case).await {
            Ok(()) => {
                passed += 1;
                println!(
                    "test {} [{case}] ... ok ({:.1} s)",
                    story.name,
                    begun.elapsed().as_secs_f64()
                );
            }
            Err(trouble) => {
                failed += 1;
                println!(
                    "test {} [{case}] ... FAILED ({:.1} s)\n    {trouble}",
                    story.name,
                    begun.elapsed().as_secs_f64()
                );
            }
        }
    }
    Ok((passed, failed))
}

async fn tell_case(driver: &Driver, story: &Story, case: Case) -> Outcome {
    let browser = driver.browser().await?;
    let outcome = match Stage::set(browser.clone(), case).await {
        Ok(stage) => {
            let outcome = tell_on(story, stage.clone()).await;
            stage.end_others().await?;
            outcome
        }
        Err(trouble) => Err(trouble),
    };
    browser.quit().await?;
    outcome
}

async fn tell_on(story: &Story, stage: Stage) -> Outcome {
    let telling = tokio::time::timeout(LONGEST, tokio::spawn(story.tell_on(stage.clone())));
    let trouble = match telling.await {
        Ok(Ok(Ok(()))) => return Ok(()),
        Ok(Ok(Err(trouble))) => trouble.to_string(),
        Ok(Err(panic)) => panic_message(panic),
        Err(_) => format!("did not end within {} s", LONGEST.as_secs()),
    };
    let errors = stage.console_errors().await.unwrap_or_default().join("\n    ");
    let name = format!("failed-{}", story.name.replace(' ', "-"));
    let pictures = match stage.pictures(&name).await {
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
