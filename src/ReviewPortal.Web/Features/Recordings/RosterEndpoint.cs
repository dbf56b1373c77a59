using ReviewPortal.Infrastructure.Import.Rosters;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Receives a roster over HTTP: a file does not go over a circuit. The form's own token is asked for, as for every form.</summary>
internal static class RosterEndpoint
{
    public static void MapRosters(this WebApplication app) => app.MapPost(Links.SendRoster, ReceiveAsync).RequireAuthorization(RolePages.Rosters).ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(IFormFile? file, HttpContext context, TakeInRoster rosters, RosterLimits limits, CancellationToken ct)
    {
        if (file is null or { Length: 0 }) return Told("empty");
        if (file.Length > limits.Bytes) return Told("large");
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return await rosters.ReceiveAsync(bytes.ToArray(), Path.GetFileName(file.FileName), context.User.PersonId(), ct) switch
        {
            null => Told("unknown"),
            NotTakenIn => Told("damaged"),
            _ => Results.LocalRedirect(Links.Rosters),
        };
    }

    private static IResult Told(string refused) => Results.LocalRedirect($"{Links.Rosters}?refused={refused}");
}
