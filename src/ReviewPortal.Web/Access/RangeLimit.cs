using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Web.Access;

/// <summary>
/// How many stretches of recordings one person is sent at once. Three tracks that are searched ask for some ten; what goes beyond the limit waits for
/// its turn, and only who asks for hundreds at once is told to come back.
/// </summary>
internal sealed class RangeLimit(IStringLocalizer<ServingTexts> texts) : IRateLimiterPolicy<PersonId>
{
    public const string Name = "ranges";
    public const int AtOnce = 48;
    public const int Waiting = 200;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => async (rejected, ct) =>
    {
        var response = rejected.HttpContext.Response;
        (response.StatusCode, response.ContentType, response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "text/plain; charset=utf-8", "1");
        await response.WriteAsync(texts["TooManyRanges"], ct);
    };

    public RateLimitPartition<PersonId> GetPartition(HttpContext httpContext) => RateLimitPartition.GetConcurrencyLimiter(
        httpContext.User.PersonId(),
        static _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}
