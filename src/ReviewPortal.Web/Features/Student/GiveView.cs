using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student gives a view in writing, or asks to be heard instead (Awb 4:9).</summary>
public sealed class GiveView(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.GiveView, by,
        file =>
        {
            var view = file.OpenView();
            foreach (var attachment in file.Attachments.Where(item => item is { Use: AttachmentUse.View, SentAt: null })) attachment.SentAt = file.Now;
            (view.Text, view.Form, view.ReceivedAt) = (text.Trim(), ViewForm.Written, file.Now);
            return new Step();
        },
        ct);

    /// <summary>Keeps the view while it is being written.</summary>
    public Task<Answer> WriteAsync(CaseId @case, string text, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.GiveView, by,
        file =>
        {
            file.OpenView().Text = text;
        },
        ct);

    public Task<Answer> AskHearingAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) =>
        files.StepAsync(@case, CaseAction.AskHearing, by, _ => new Step(), ct);
}
