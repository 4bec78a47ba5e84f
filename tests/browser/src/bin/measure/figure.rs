//! Figures beside their budgets, and the table they are printed in.

/// What was measured.
pub(crate) struct Figure {
    what: String,
    value: f64,
    unit: &'static str,
    budget: Option<f64>,
}

impl Figure {
    /// A time.
    pub(crate) fn ms(what: impl Into<String>, value: f64) -> Figure {
        Figure { what: what.into(), value, unit: "ms", budget: None }
    }

    /// Memory.
    pub(crate) fn bytes(what: impl Into<String>, bytes: u64) -> Figure {
        Figure { what: what.into(), value: bytes as f64 / 1e6, unit: "MB", budget: None }
    }

    /// A number of things.
    pub(crate) fn count(what: impl Into<String>, count: u64) -> Figure {
        Figure { what: what.into(), value: count as f64, unit: "", budget: None }
    }

    /// The same figure, which must not be over `budget`, in its own unit.
    pub(crate) fn within(self, budget: f64) -> Figure {
        Figure { budget: Some(budget), ..self }
    }

    /// Whether it is over its budget.
    pub(crate) fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| budget < self.value)
    }

    /// Its line of the table.
    pub(crate) fn line(&self) -> String {
        let Figure { what, value, unit, budget } = self;
        let budget = budget.map_or_else(|| "–".to_owned(), |it| format!("{it:.0} {unit}"));
        let over = if self.is_over() { "**over**" } else { "" };
        format!("| {what} | {value:.1} {unit} | {budget} | {over} |")
    }
}

/// The value in the middle; of at least one.
pub(crate) fn median(values: &[f64]) -> f64 {
    share(values, 0.5)
}

/// The value that 95 of 100 do not exceed; of at least one.
pub(crate) fn p95(values: &[f64]) -> f64 {
    share(values, 0.95)
}

/// The largest value; of at least one.
pub(crate) fn worst(values: &[f64]) -> f64 {
    share(values, 1.0)
}

fn share(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let rank = (values.len() as f64 * share).ceil() as usize;
    values[rank.saturating_sub(1)]
}
