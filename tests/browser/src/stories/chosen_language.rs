//! Language and theme stand before the first paint.

use serde_json::json;
use xtask::server::Fault;

use crate::harness::{Lang, Outcome, Stage, Story, Theme};

/// In both languages and two themes.
pub fn story() -> Story {
    Story::new("the chosen language and theme are there before the module", run)
        .in_langs(&[Lang::En, Lang::Zh])
        .in_themes(&[Theme::Dark, Theme::Contrast])
}

async fn run(stage: Stage) -> Outcome {
    stage.server().break_path(".wasm", Fault::Held);
    stage.open("").await?;
    let worn: (String, String) = stage
        .script(
            "const { lang, dataset } = document.documentElement; return [lang, dataset.theme]",
            json!([]),
        )
        .await?;
    let lang = match stage.case.lang {
        Lang::En => "en",
        Lang::Zh => "zh-CN",
    };
    assert_eq!(worn, (lang.to_owned(), stage.case.theme.as_str().to_owned()));
    stage.server().heal();
    stage.until_ready().await
}
