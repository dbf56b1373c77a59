using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>What the timeline draws and the player steps by: too much for a circuit, so it travels as bytes, through the same door as the page.</summary>
internal static class ReviewEndpoints
{
    private const string Bytes = "application/octet-stream";

    public static void MapReviewData(this WebApplication app)
    {
        var review = app.MapGroup("/review/{number}").RequireAuthorization();
        review.MapGet("/signals.bin", SignalsAsync).WithName("Signals")
            .WithSummary("How many signals there are and their lanes, then their moments as distances in milliseconds, each with a byte for its lane.")
            .Produces(200, contentType: Bytes).Produces(404).ProducesProblem(403);
        review.MapGet("/frames/{recording:guid}", ([AsParameters] AskedFile asked, CancellationToken ct) => asked.SendAsync(index => index.Frames.ToBytes(), ct)).WithName("Frames")
            .WithSummary("The moments of the frames of a recording.")
            .Produces(200, contentType: Bytes).Produces(404).ProducesProblem(500);
        review.MapGet("/loudness/{recording:guid}", ([AsParameters] AskedFile asked, CancellationToken ct) => asked.SendAsync(index => index.Loudness.ToArray(), ct)).WithName("Loudness")
            .WithSummary("How much sound each tenth of a second of a recording has, 0 to 255.")
            .Produces(200, contentType: Bytes).Produces(404).ProducesProblem(500);
    }

    private static async Task<IResult> SignalsAsync(
        string number, HttpContext context, [AsParameters] SignalFilter filter, CaseDoor door, OwnPasses passes, PortalDbs dbs, IStringLocalizer<SignalTexts> texts, CancellationToken ct)
    {
        var by = context.User.PersonId();
        if (await door.OpenAsync(number, Room.Review, by, ct) is not { MayPlay: true } head) return Results.NotFound();
        await using var db = await dbs.LookAsync(ct);
        if ((await passes.OfAsync(db, head.Sitting, by, ct)).Hidden) return Results.Problem(texts["Hidden"], statusCode: StatusCodes.Status403Forbidden);
        return Results.Bytes(await SignalBytes.OfAsync(db.SignalsOf(new SignalScope(head.Id, head.Sitting, by), filter), db, ct), Bytes);
    }

    /// <summary>A part of the index of one recording, for those who may play it in review.</summary>
    private readonly record struct AskedFile(string Number, Guid Recording, HttpContext Context, CaseDoor Door, PortalDbs Dbs, RecordingVault Vault, DamagedAnswer Damaged)
    {
        public async Task<IResult> SendAsync(Func<MediaIndex, byte[]> part, CancellationToken ct)
        {
            var (door, dbs, sent, person) = (Door, Dbs, Recording, Context.User.PersonId());
            if (await door.OpenAsync(Number, Room.Review, person, ct) is not { MayPlay: true } head) return Results.NotFound();
            await using var db = await dbs.LookAsync(ct);
            if (!await db.Recordings.AnyAsync(item => item.Id == sent && item.Sitting == head.Sitting, ct)) return Results.NotFound();
            var vault = Vault;
            return await Damaged.InsteadOfAsync(sent, async () => await vault.IndexAsync(sent, ct) is { } index ? Results.Bytes(part(index), Bytes) : Results.NotFound());
        }
    }
}
