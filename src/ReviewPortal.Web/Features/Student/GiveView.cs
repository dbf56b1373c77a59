using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student gives a view in writing, or asks to be heard instead (Awb 4:9).</summary>
public sealed class GiveView(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.GiveView, by,
        file =>
        {
            file.Pin(Requirement.ViewNotGivenYet);
            var view = file.OpenView();
            HandInFiles(file);
            (view.Text, view.Form, view.ReceivedAt) = (text.Trim(), ViewForm.Written, file.Now);
            return new Step();
        },
        ct);

    /// <summary>Keeps the view while it is being written.</summary>
    public Task<Answer> WriteAsync(CaseId @case, string text, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.GiveView, by,
        file =>
        {
            if (!StudentWords.Fit(text)) return Task.FromResult<Refused?>(TooLong(text));
            var view = file.OpenView();
            // What was handed in stays as it is.
            if (view.ReceivedAt is null) view.Text = text;
            return Task.FromResult<Refused?>(null);
        },
        ct);

    /// <summary>Until the last day the student can add to what was handed in; a decision that was signed meanwhile goes back to those who signed it (Awb 4:8, 3:46).</summary>
    public Task<Answer> SupplementAsync(CaseAsSeen @case, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SupplementView, by,
        file =>
        {
            // Without a view there is nothing to add to.
            var view = file.View is { ReceivedAt: not null } given ? given : null;
            file.State(Requirement.ViewWritten, view is not null && !Inked.IsEmpty(text));
            Reopen(file);
            if (view is null) return new Step();
            HandInFiles(file);
            view.Add(text.Trim(), file.Now, file.LetterLanguage);
            return new Step();
        },
        ct);

    /// <summary>Whether words and files can be made ready to be added: there is a view, or silence was recorded, and the term still runs.</summary>
    internal static Answer ToSupplement(CaseFile file)
    {
        var may = file.AskToPrepare(CaseAction.SupplementView);
        if (!may.IsDone) return may;
        if (file.View?.ReceivedAt is null) return new Refused(CaseAction.SupplementView, RefusalKind.NotFromThisState);
        return file.Meets(Requirement.ReactionTermRuns) ? may : new Refused(CaseAction.SupplementView, RefusalKind.Unmet) { Unmet = [Requirement.ReactionTermRuns] };
    }

    /// <summary>Also beside a view in writing, as long as its term runs.</summary>
    public Task<Answer> AskHearingAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.AskHearing, by,
        file =>
        {
            file.Hearing?.Ask();
            Reopen(file);
            return new Step();
        },
        ct);

    /// <summary>What is being written is not kept as it is.</summary>
    internal static Refused TooLong(string text) => Refused.Unkept(Requirement.WithinLength) with
    {
        Measured = ImmutableDictionary<Requirement, Func<Language, string>>.Empty.Add(Requirement.WithinLength, language => StudentWords.TooMuch(text, language)),
    };

    private static void HandInFiles(CaseFile file)
    {
        foreach (var attachment in file.BesideDraft) attachment.SentAt = file.Now;
    }

    private static void Reopen(CaseFile file)
    {
        if (file.Case.State is CaseState.Decided) file.Decision?.Reopen();
    }
}
