using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>The proces-verbaal as PDF: the draft for its reviewer, the signed bytes for those who may read it.</summary>
internal static class ReportDocuments
{
    public static void MapReportDocuments(this WebApplication app)
    {
        app.MapGet("/proces-verbaal/{number}/preview.pdf", PreviewAsync).NeverStored().RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/proces-verbaal/{number}/report.pdf", SignedAsync).NeverStored().RequireAuthorization()
            .WithName("ProcesVerbaal").WithSummary("The signed proces-verbaal of a case, as PDF.").Produces(200, contentType: "application/pdf").Produces(404);
    }

    private static async Task<IResult> PreviewAsync(string number, string? language, HttpContext context, CaseDoor door, CaseFiles files, DocumentPress press, CancellationToken ct)
    {
        var by = context.User.PersonId();
        if (await door.OpenAsync(number, Room.ProcesVerbaal, by, ct) is not { } head) return Results.NotFound();
        var pdf = await files.LookAsync(
            head.Id, by,
            async file => file.AskToPrepare(CaseAction.SignProcesVerbaal).IsDone ? await press.PreviewReportAsync(file, Languages.Parse(language ?? "nl") ?? Language.Dutch, ct) : null,
            ct);
        return pdf is null ? Results.NotFound() : Results.Bytes(pdf, "application/pdf");
    }

    private static async Task<IResult> SignedAsync(string number, HttpContext context, CaseDoor door, CaseFiles files, CancellationToken ct)
    {
        var by = context.User.PersonId();
        var asStaff = await door.OpenAsync(number, Room.ProcesVerbaal, by, ct);
        if ((asStaff ?? await door.OpenAsStudentAsync(number, by, ct)) is not { } head) return Results.NotFound();

        // To the student it is disclosed with the invitation to give a view, and not before (Awb 4:8).
        var (pdf, signed) = await files.LookAsync(
            head.Id, by,
            async file => file.Report?.Sha256 is { } sha && (asStaff is not null || file.IsDisclosed)
                ? (await file.Db.Files.Where(kept => kept.Sha256 == sha).Select(kept => kept.Content).FirstOrDefaultAsync(ct), file.Report.SignedAt)
                : default,
            ct);
        if (pdf is null) return Results.NotFound();
        if (signed is { } at) context.Response.Shows(FileNames.OfReport(head.Number.ToString(), at));
        return Results.Bytes(pdf, "application/pdf");
    }
}
