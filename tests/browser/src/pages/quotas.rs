//! The quota grid of a year.

use std::collections::BTreeMap;

use serde_json::json;

use crate::harness::{Outcome, Stage};

/// The grid, seen.
pub struct QuotasPage {
    stage: Stage,
    year: String,
}

impl QuotasPage {
    /// Opens the grid of the current year.
    pub async fn open(stage: &Stage) -> Outcome<QuotasPage> {
        QuotasPage::at(stage, "#/goals/grid").await
    }

    /// Opens the grid at an address.
    pub async fn at(stage: &Stage, address: &str) -> Outcome<QuotasPage> {
        stage.open(address).await?;
        stage.see_css("td[data-cell^='company/']").await?;
        let year = "return document.querySelector('td[data-cell^=\"company/\"]').dataset.cell.split('/')[1]";
        let year = stage.script(year, json!([])).await?;
        Ok(QuotasPage { stage: stage.clone(), year })
    }

    /// A quarter of the company.
    pub fn company(&self, quarter: u32) -> String {
        format!("company/{}-Q{quarter}", self.year)
    }

    /// A quarter of the person in this place among all people.
    pub async fn person(&self, place: usize, quarter: u32) -> Outcome<String> {
        let cells = format!("td[data-cell^='person:'][data-cell$='/{}-Q{quarter}']", self.year);
        let cell = "return document.querySelectorAll(arguments[0])[arguments[1]].dataset.cell";
        self.stage.script(cell, json!([cells, place])).await
    }

    /// Chooses a cell by a tap.
    pub async fn choose(&self, cell: &str) -> Outcome {
        self.stage.tap_css(&format!("td[data-cell='{cell}']")).await?;
        let chosen = format!("td[data-cell='{cell}'][aria-selected=true]:focus");
        self.stage.see_css(&chosen).await.map(drop)
    }

    /// Chooses a cell, taps it again and types an amount; Enter saves it.
    pub async fn set(&self, cell: &str, amount: &str) -> Outcome {
        self.choose(cell).await?;
        self.stage.tap_css(&format!("td[data-cell='{cell}']")).await?;
        self.stage.until_focus("[data-testid=quotas-input]").await?;
        self.stage.type_text(amount).await?;
        self.stage.press_key(thirtyfour::Key::Enter).await
    }

    /// Gives a person an amount for the quarter that runs, and waits until it is there.
    pub async fn set_of_person(&self, person: &str, amount: &str, minor: i64) -> Outcome {
        let cell = "const quarter = Math.floor(new Date().getMonth() / 3) + 1;
            return document.querySelector(`td[data-cell^='person:${arguments[0]}/'][data-cell$='-Q${quarter}']`).dataset.cell";
        let cell: String = self.stage.script(cell, json!([person])).await?;
        self.set(&cell, amount).await?;
        self.until(&cell, minor).await
    }

    /// Shows the months of every quarter.
    pub async fn unfold(&self) -> Outcome {
        for quarter in 1..=4 {
            self.stage.press(&format!("fold-{}-Q{quarter}", self.year)).await?;
        }
        self.stage.see_css(&format!("td[data-cell='company/{}-12']", self.year)).await.map(drop)
    }

    /// Checks that every quarter is its months, in a year that begins in January.
    pub async fn assert_months(&self) -> Outcome {
        let amounts = self.amounts().await?;
        for (cell, minor) in amounts.iter().filter(|(cell, _)| cell.contains("-Q")) {
            let (bearer, quarter) = cell.split_once("-Q").unwrap_or_default();
            let quarter: u32 = quarter.parse()?;
            let months = 3 * quarter - 2..=3 * quarter;
            let sum: i64 = months.map(|it| amounts[&format!("{bearer}-{it:02}")]).sum();
            assert_eq!(*minor, sum, "months of {cell}");
        }
        Ok(())
    }

    /// How many elements the whole page has.
    pub async fn elements(&self) -> Outcome<usize> {
        self.stage.script("return document.querySelectorAll('*').length", json!([])).await
    }

    /// Waits until a cell has an amount of minor units.
    pub async fn until(&self, cell: &str, minor: i64) -> Outcome {
        let is_there = format!(
            "return document.querySelector(\"td[data-cell='{cell}']\")?.dataset.minor === '{minor}'"
        );
        self.stage.until(&format!("{cell} is {minor}"), &is_there).await
    }

    /// The amounts of all cells that are shown, in minor units.
    pub async fn amounts(&self) -> Outcome<BTreeMap<String, i64>> {
        let read = "return Object.fromEntries([...document.querySelectorAll('td[data-cell]')]
            .map(it => [it.dataset.cell, Number(it.dataset.minor)]))";
        self.stage.script(read, json!([])).await
    }

    /// Checks that in every column the company is its teams and its people, and in every row the
    /// year is its quarters.
    pub async fn assert_whole(&self) -> Outcome {
        let amounts = self.amounts().await?;
        let sum = |bearer: &str, period: &str| -> i64 {
            let is_in = |cell: &str| cell.starts_with(bearer) && cell.ends_with(period);
            amounts.iter().filter(|(cell, _)| is_in(cell)).map(|(_, minor)| minor).sum()
        };
        let mut columns = vec![format!("/{}", self.year)];
        columns.extend((1..=4).map(|it| format!("/{}-Q{it}", self.year)));
        for column in &columns {
            assert_eq!(sum("company", column), sum("person:", column), "people, {column}");
            assert_eq!(sum("company", column), sum("team:", column), "teams, {column}");
        }
        for (cell, minor) in amounts.iter().filter(|(cell, _)| cell.ends_with(&columns[0])) {
            let bearer = cell.trim_end_matches(&columns[0]);
            let quarters: i64 = columns[1..].iter().map(|it| sum(bearer, it)).sum();
            assert_eq!(*minor, quarters, "quarters of {bearer}");
        }
        Ok(())
    }
}
