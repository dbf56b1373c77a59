namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>Whether a page of this portal asks, and not one of another site that makes use of somebody's cookie.</summary>
internal static class SameSite
{
    /// <summary>Browsers say it themselves, in one header or the other; who says nothing is not believed.</summary>
    public static bool Holds(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        { Length: > 0 } => false,
        _ => Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
    };
}
