using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace ReviewPortal.Web.Access;

/// <summary>How many codes of letters one address may try. A code cannot be guessed; this keeps trying from costing anything.</summary>
internal sealed class VerifyLimit(IStringLocalizer<VerifyTexts> texts) : IRateLimiterPolicy<IPAddress>
{
    public const string Name = "verify-letter";
    public const int PerMinute = 30;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => async (rejected, ct) =>
    {
        var response = rejected.HttpContext.Response;
        (response.StatusCode, response.ContentType, response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "text/plain; charset=utf-8", "60");
        await response.WriteAsync(texts["TooMany"], ct);
    };

    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        httpContext.Connection.RemoteIpAddress ?? IPAddress.None,
        static _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) });
}
