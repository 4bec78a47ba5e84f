//! Every page is for everybody.

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story, Theme};
use crate::pages::{Board, WelcomePage};

/// Each page with what shows that it stands.
const PAGES: &[(&str, &str)] = &[
    ("#/", "today-page"),
    ("#/leads", "board"),
    ("#/leads?view=table", "lead-row"),
    ("#/leads?lanes=owner", "lane"),
    ("#/leads/assign", "assign-page"),
    ("#/leads/draft", "draft-set-up"),
    ("#/leads/pool", "pool-page"),
    ("#/activities", "agenda-row"),
    ("#/pipelines", "pipelines-page"),
    ("#/goals", "goals-chart"),
    ("#/goals/indicators", "indicator-row"),
    ("#/goals/fair", "fair-picture"),
    ("#/goals/2026-Q4/win_rate", "measured-table"),
    ("#/goals/grid", "quotas-grid"),
    ("#/forecast", "forecast-landing"),
    ("#/insight", "insight-rates"),
    ("#/insight/funnel", "insight-velocity"),
    ("#/insight/trends", "insight-trends"),
    ("#/insight/cohorts", "insight-cohorts"),
    ("#/forecast/market", "market-page"),
    ("#/objectives", "objectives-page"),
    ("#/objectives/delivery", "delivery-sentence"),
    ("#/forecast/calls", "calls-row"),
    ("#/forecast/round", "round-set-up"),
    ("#/forecast/promises", "promises-row"),
    ("#/meetings", "meeting-kind"),
    ("#/meetings/news", "news-page"),
    ("#/meetings/requests", "requests-page"),
    ("#/meetings/contacts", "contact-row"),
    ("#/meetings/rewind", "rewind-board"),
    ("#/team", "team-table"),
    ("#/customers", "customers-table"),
    ("#/products", "products-table"),
    ("#/duplicates", "duplicates-page"),
    ("#/competitors", "competitors-page"),
    ("#/data", "data"),
    ("#/data/import", "import-drop"),
    ("#/data/compare", "compare"),
    ("#/settings", "settings-page"),
    ("#/more", "more-page"),
    ("#/surveys", "surveys-page"),
    ("#/faces", "faces-page"),
    ("#/team/pulse", "pulse-page"),
    ("#/team/reviews", "reviews-page"),
    ("#/thanks", "thanks-page"),
    ("#/contests", "contests-page"),
    ("#/rewards", "rewards-page"),
    ("#/career", "career-page"),
];

/// The rules look at the document and its colours, which are the same in both engines.
pub fn story() -> Story {
    Story::new("no page breaks an accessibility rule", run)
        .only_in(Engine::Chromium)
        .in_sizes(&[Size::Landscape, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
        .in_themes(&[Theme::Light, Theme::Dark, Theme::Contrast])
}

async fn run(stage: Stage) -> Outcome {
    let welcome = WelcomePage::start(&stage).await?;
    let mut found = Found::default();
    found.look("welcome", &stage).await?;
    welcome.take_sample().await?;
    for (route, seen) in PAGES {
        stage.open(route).await?;
        stage.see(seen).await?;
        found.look(route, &stage).await?;
    }
    open_lead(&stage).await?;
    found.look("a lead", &stage).await?;
    open_person(&stage).await?;
    found.look("a person", &stage).await?;
    open_over(&stage, "#/leads", "add-lead", ".dialog[data-open]").await?;
    found.look("adding a lead", &stage).await?;
    open_over(&stage, "#/goals", "quota-company", "[data-testid=quota-input]").await?;
    found.look("changing a quota", &stage).await?;
    open_over(&stage, "#/", "search", ".dialog[data-open]").await?;
    found.look("searching", &stage).await?;
    open_over(&stage, "#/leads/draft", "draft-begin", "[data-testid=draft-offer]").await?;
    found.look("a draft underway", &stage).await?;
    found.assert_none()
}

/// The violations of all pages, so that one run tells them all.
#[derive(Default)]
struct Found(Vec<String>);

impl Found {
    async fn look(&mut self, place: &str, stage: &Stage) -> Outcome {
        let violations = stage.violations().await?;
        self.0.extend(violations.iter().map(|violation| format!("{place}: {violation}")));
        Ok(())
    }

    fn assert_none(self) -> Outcome {
        assert!(self.0.is_empty(), "accessibility rules broken:\n{}", self.0.concat());
        Ok(())
    }
}

async fn open_lead(stage: &Stage) -> Outcome {
    let lead = Board::open(stage).await?.first_lead().await?;
    stage.open(&lead).await?;
    stage.see("history-event").await.map(drop)
}

async fn open_person(stage: &Stage) -> Outcome {
    stage.open("#/team").await?;
    stage.tap_css("[data-testid=team-table] a").await?;
    stage.see("person-page").await.map(drop)
}

/// Opens something over a page by its button; the page is fresh, so nothing else is open.
async fn open_over(stage: &Stage, route: &str, button: &str, seen: &str) -> Outcome {
    stage.open(route).await?;
    stage.reload().await?;
    stage.until_ready().await?;
    stage.until_still(&format!("[data-testid={button}]")).await?;
    stage.press(button).await?;
    stage.see_css(seen).await.map(drop)
}
