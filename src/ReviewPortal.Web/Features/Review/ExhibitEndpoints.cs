using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>
/// Takes frames in and shows them, through the door of the review. They come as they are and not as a file of a form: a form is kept open on the disk while it is read.
/// </summary>
internal static class ExhibitEndpoints
{
    private const string Png = "image/png";

    public static void MapExhibits(this WebApplication app)
    {
        var review = app.MapGroup("/review/{number}/exhibits").RequireAuthorization();
        review.MapPost("/", TakeAsync).ExcludeFromDescription();
        review.MapGet("/{exhibit:guid}", ([AsParameters] AskedExhibit asked, CancellationToken ct) => asked.SendAsync(original: false, ct)).WithName("Exhibit")
            .WithSummary("A frame beside a mark as it leaves the review: what is masked is painted over. For its reviewer, and for the second one after the opinion.")
            .Produces(200, contentType: Png).Produces(404).ProducesProblem(500);
        review.MapGet("/{exhibit:guid}/original", ([AsParameters] AskedExhibit asked, CancellationToken ct) => asked.SendAsync(original: true, ct)).WithName("ExhibitOriginal")
            .WithSummary("The same as it was taken, for the reviewer who took it, as long as the review lasts.")
            .Produces(200, contentType: Png).Produces(404).ProducesProblem(500);
    }

    private static async Task<IResult> TakeAsync(
        string number, Guid mark, Guid recording, double at, HttpContext context, IAntiforgery antiforgery, CaseDoor door, TakeExhibit take, IStringLocalizer<ExhibitTexts> texts, CancellationToken ct)
    {
        // The token of the page comes in a header, because there is no form.
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.Problem(texts["Problem.Forged"], statusCode: StatusCodes.Status400BadRequest);
        var by = context.User.PersonId();
        if (await door.OpenAsync(number, Room.Review, by, ct) is not { MayPlay: true } head) return Results.Problem(texts["Problem.NotHere"], statusCode: StatusCodes.Status404NotFound);
        if (context.Request.ContentType != Png) return Results.Problem(texts["Problem.NoPicture"], statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (await ReadAsync(context.Request, ct) is not { } png) return Results.Problem(texts["Problem.TooLarge", TakeExhibit.Bytes / 1024 / 1024], statusCode: StatusCodes.Status413PayloadTooLarge);
        return await take.RunAsync(head.Id, new TakenFrame(mark, recording, at, png), by, ct) switch
        {
            (_, { } problem) => Results.Problem(texts[$"Problem.{problem}", TakeExhibit.MostPerMark], statusCode: StatusCodes.Status422UnprocessableEntity),
            (Refused refused, _) => Results.Problem(refused.Sentence(Here.Language), statusCode: StatusCodes.Status409Conflict),
            _ => Results.NoContent(),
        };
    }

    /// <returns>Null when it is too large, whatever was announced.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > TakeExhibit.Bytes) return null;
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        var part = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(part, ct)) > 0)
        {
            if (bytes.Length + read > TakeExhibit.Bytes) return null;
            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();
    }

    private readonly record struct AskedExhibit(string Number, Guid Exhibit, HttpContext Context, CaseDoor Door, PortalDbs Dbs, ExhibitFiles Files, DamagedAnswer Damaged)
    {
        public async Task<IResult> SendAsync(bool original, CancellationToken ct)
        {
            var (id, files, by, headers) = (Exhibit, Files, Context.User.PersonId(), Context.Response.Headers);
            if (await Door.OpenAsync(Number, Room.Review, by, ct) is not { MayPlay: true } head) return Results.NotFound();
            await using var db = await Dbs.LookAsync(ct);
            if (await db.Exhibits.FirstOrDefaultAsync(item => item.Id == id && item.Case == head.Id && item.RemovedAt == null, ct) is not { } exhibit) return Results.NotFound();
            if (exhibit.By != by && (original || !await IsRevealedAsync(db, exhibit, head, ct))) return Results.NotFound();
            (headers.CacheControl, headers.XContentTypeOptions) = ("private, no-cache", "nosniff");
            return await Damaged.InsteadOfAsync(exhibit.Recording, async () =>
                await (original ? files.OriginalAsync(exhibit, ct) : files.ShownAsync(exhibit, ct)) is { } png ? Results.Bytes(png, Png) : Results.NotFound());
        }

        // A second reviewer sees the first one's work after the own opinion (AP-DPIA-3).
        private static async Task<bool> IsRevealedAsync(PortalDb db, Exhibit exhibit, CaseHead head, CancellationToken ct) => head.Ties.Contains(Tie.SecondReviewer)
            && await db.Assignments.AnyAsync(item => item.Case == head.Id && item.Opinion != null && item.Reviewer == exhibit.By, ct);
    }
}
