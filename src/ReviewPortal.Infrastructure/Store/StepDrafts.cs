using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Keeps what is being written in the short forms, for those who may take the step.</summary>
public sealed class StepDrafts(CaseFiles files)
{
    public Task<StepDraft?> FindAsync(CaseId @case, CaseAction step, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file => file.AskToPrepare(step).IsDone ? await OfAsync(file, step, ct) : null,
        ct);

    /// <summary>Without words there is nothing to keep.</summary>
    public Task<Answer> KeepAsync(CaseId @case, CaseAction step, string text, DateOnly day, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, step, by,
        async file =>
        {
            var draft = await OfAsync(file, step, ct);
            if (string.IsNullOrWhiteSpace(text))
            {
                if (draft is not null) file.Db.Remove(draft);
                return null;
            }

            if (draft is null) file.Db.Add(draft = new StepDraft { Person = by, Case = @case, Step = step });
            (draft.Text, draft.Day, draft.At) = (text, day, file.Now);
            return null;
        },
        ct);

    /// <summary>What this person wrote for the step is handed in; and once the case has moved on, what anybody wrote for a step that it left behind is of no use.</summary>
    internal static async Task ForgetAsync(CaseFile file, Transition row, CancellationToken ct)
    {
        var (id, by) = (file.Case.Id, file.Actor.Id);
        var drafts = await file.Db.StepDrafts.Where(item => item.Case == id).ToListAsync(ct);
        file.Db.RemoveRange(drafts.Where(item => (item.Person == by && (IsOneForm(item.Step, row.Action) || row.From != row.To)) || !CaseLifecycle.IsOpen(row.To, item.Step)));
    }

    // A ruling is typed in one form, whichever way it went.
    private static bool IsOneForm(CaseAction kept, CaseAction taken) =>
        kept == taken || (kept is CaseAction.RecordDismissal && taken is CaseAction.RecordAnnulment);

    /// <summary>What the person who opened this file wrote for the step; null when nothing is kept.</summary>
    public static Task<StepDraft?> OfAsync(CaseFile file, CaseAction step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (id, by) = (file.Case.Id, file.Actor.Id);
        return file.Db.StepDrafts.FirstOrDefaultAsync(item => item.Person == by && item.Case == id && item.Step == step, ct);
    }
}
