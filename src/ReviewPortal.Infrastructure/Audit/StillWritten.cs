using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>
/// What somebody may still be writing between two steps: autosaved work, which no step has fixed yet. Everything else that is kept about a case is
/// fixed by the last step, also what a later table holds: a draft that is forgotten here makes <c>verify</c> complain, not stay silent.
/// </summary>
internal static class StillWritten
{
    private static readonly CaseState[] Reviewing = [CaseState.InReview, CaseState.SecondReview];

    private static readonly Dictionary<Type, Draft[]> Drafts = new()
    {
        [typeof(Observation)] = [new(row => Reviewing.Contains(row.State))],
        [typeof(Seen)] = [new(row => Reviewing.Contains(row.State))],
        // What was taken away is no part of what a step rests on, and goes by itself.
        [typeof(Exhibit)] = [new(row => Reviewing.Contains(row.State)), new(row => !row.Lacks(nameof(Exhibit.RemovedAt)))],
        [typeof(SignalAnswer)] = [new(row => Reviewing.Contains(row.State))],
        [typeof(ReviewAssignment)] = [new(row => Reviewing.Contains(row.State), nameof(ReviewAssignment.ViewingNote), nameof(ReviewAssignment.SecondViewingNote), nameof(ReviewAssignment.OpinionReasons))],
        [typeof(ProcesVerbaalRecord)] = [new(row => row.Lacks(nameof(ProcesVerbaalRecord.SignedAt)))],
        [typeof(Investigation)] = [new(row => row.State is CaseState.UnderInvestigation, nameof(Investigation.Findings))],
        [typeof(View)] = [new(row => row.Lacks(nameof(View.ReceivedAt)), nameof(View.Text))],
        [typeof(Attachment)] = [new(row => row.Lacks(nameof(Attachment.SentAt)))],
        [typeof(DecisionVersion)] = [new(row => row.State is CaseState.Deliberation)],
        [typeof(Hearing)] =
        [
            new(row => row.State is CaseState.HearingScheduled, nameof(Hearing.Attendees), nameof(Hearing.Statement), nameof(Hearing.Minutes), nameof(Hearing.CautionGiven)),
            new(row => row.Lacks(nameof(Hearing.CommentedAt)), nameof(Hearing.Comment)),
        ],
        [typeof(Decision)] = [new(row => row.Lacks(nameof(Decision.SignedAt)))],
        [typeof(RetakeChance)] = [new(row => row.Lacks(nameof(RetakeChance.RequestedAt)), nameof(RetakeChance.Request))],
        [typeof(StepDraft)] = [new(_ => true)],
        // How the mail fares comes between steps; each try has an audit row of its own.
        [typeof(Receipt)] = [new(_ => true, nameof(Receipt.Tries), nameof(Receipt.TriedAt), nameof(Receipt.End))],
        // Opening is no step; it has an audit row of its own.
        [typeof(Letter)] = [new(_ => true, nameof(Letter.FirstOpenedAt))],
    };

    /// <summary>Is this column of this row still being written?</summary>
    public static bool Is(Type type, StoredRow row, string column) =>
        Drafts.TryGetValue(type, out var drafts) && drafts.Any(draft => (draft.Columns.Length is 0 || draft.Columns.Contains(column)) && draft.While(row));

    /// <param name="Columns">None for the whole row.</param>
    private sealed record Draft(Func<StoredRow, bool> While, params string[] Columns);
}

/// <summary>One row as the database holds it, in a case that stands in this state.</summary>
internal sealed record StoredRow(CaseState State, IReadOnlyDictionary<string, object> Values)
{
    public bool Lacks(string column) => !Values.ContainsKey(column);
}
