//! A real team on the Monday after its export: 35 people, 8,800 deals.

use super::ImportPage;
use crate::harness::{Outcome, Stage, version_at};

/// The last deals of the export closed on 31 December 2017. It is the Monday of a week later, half
/// past eight: 2018-01-08T08:30Z.
const MONDAY: u64 = 1_515_400_200_000;

/// The tablet with a real team on it.
pub struct RealTeam;

impl RealTeam {
    /// Brings the export in, that Monday; `name` is one that only the story has.
    pub async fn arrive(stage: &Stage, name: &str) -> Outcome {
        let name = format!("{name}-{}", stage.case.to_string().replace(' ', "-"));
        stage.server().deploy(version_at(&name, MONDAY)?);
        stage.start("#/data/import").await?;
        ImportPage::here(stage).bring_in().await
    }

    /// Opens the page anew, as on a morning.
    pub async fn open_in_the_morning(stage: &Stage) -> Outcome {
        stage.start("").await?;
        stage.see("today-page").await.map(drop)
    }
}
