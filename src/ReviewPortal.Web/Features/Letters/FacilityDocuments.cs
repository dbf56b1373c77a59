using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The letter on a request for a special facility as a draft, and who may open the letters that are in no case.</summary>
internal static class FacilityDocuments
{
    public static void MapFacilityDocuments(this WebApplication app) =>
        app.MapGet("/necessity/requests/{number}/preview.pdf", PreviewAsync).NeverStored().RequireAuthorization().ExcludeFromDescription();

    /// <summary>How much of the request this person sees to which a letter belongs.</summary>
    public static async Task<(FacilitySeen Seen, FacilityNumber Number)> SeenAsync(PortalDb db, Guid request, PersonId by, CancellationToken ct)
    {
        var found = await db.FacilityRequests.SingleAsync(item => item.Id == request, ct);
        return (await db.PersonAsync(by, ct) is { } actor ? FacilitySight.Of(found, actor) : FacilitySeen.Nothing, found.Number);
    }

    private static async Task<IResult> PreviewAsync(string number, string? language, Guid? way, HttpContext context, FacilityFiles files, FacilityPress press, ChosenWays ways, CancellationToken ct)
    {
        if (FacilityNumber.Parse(number) is not { } parsed) return Results.NotFound();
        var by = context.User.PersonId();
        var chosen = ways.Find(way, by);
        var pdf = await files.LookAsync(
            parsed, by,
            file => Task.FromResult(file.Seen is FacilitySeen.Whole ? press.Preview(file, Languages.Parse(language ?? "nl") ?? Language.Dutch, chosen?.Channel ?? SendingChannel.Portal, chosen?.Address) : null), ct);
        return pdf is null ? Results.NotFound() : Results.Bytes(pdf, "application/pdf");
    }
}
