using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The example letter of one of the bodies that write, with the texts in force, a version of before or what is being written; for the board's secretary.</summary>
internal static class HouseTextsEndpoint
{
    public static void MapHouseTexts(this WebApplication app) =>
        app.MapGet("/letters/texts/preview.pdf", PreviewAsync).NeverStored().RequireAuthorization(RolePages.HouseTexts).ExcludeFromDescription();

    private static async Task<IResult> PreviewAsync(
        Guid? version, string? board, string? language, HouseField? sender, HttpContext context, HouseTextsDesk desk, Institutions institutions, DocumentPrinter printer, TimeProvider clock, CancellationToken ct)
    {
        var house = version is { } id ? await desk.FindAsync(id, context.User.PersonId(), ct) : await institutions.OfAsync(board ?? HouseTexts.Everybody, ct);
        if (house is null) return Results.NotFound();
        var letter = ExampleLetter.Of(house, clock.GetUtcNow(), Languages.Parse(language ?? "nl") ?? Language.Dutch, sender ?? HouseField.Board);
        return Results.Bytes(printer.Print(letter, clock.GetUtcNow()), "application/pdf");
    }
}
