using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Commands;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Features.Recordings.Uploads;

namespace ReviewPortal.Web.Features.Recordings.Api;

internal static class ApiServices
{
    public const string Policy = "api";
    public const string Limit = "api";
    private const int RequestsPerMinute = 1200;

    /// <summary>The way in for programs: who calls, how often they may, and what becomes of what they send.</summary>
    public static IServiceCollection AddDeliveryApi(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(settings.Section<UploadLimits>("Uploads"))
            .AddSingleton<SupplierKeys>()
            .AddSingleton<WrongKeys>()
            .AddSingleton<UploadNews>()
            .AddSingleton<WaitingUploads>()
            .AddSingleton<ReceiveUpload>()
            .AddSingleton<UploadViews>()
            .AddHostedService<TakeInUploads>()
            .AddHostedService<SweepUploads>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiCaller>(ApiCaller.SchemeName, null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(ApiCaller.SchemeName).RequireAuthenticatedUser());
        var perMinute = settings.Positive("Api:RequestsPerMinute", RequestsPerMinute);
        services.AddRateLimiter(limiter => Add(limiter, perMinute));
        services.Configure<OpenApiOptions>("v1", ApiDocument.Describe);
        return services;
    }

    private static void Add(RateLimiterOptions limiter, int perMinute)
    {
        limiter.AddPolicy(Limit, context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.Identity?.IsAuthenticated is true ? Sender.Of(context.User).Actor.Id.ToString() : $"address {context.Connection.RemoteIpAddress}",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = perMinute, TokensPerPeriod = Math.Max(1, perMinute / 6), ReplenishmentPeriod = TimeSpan.FromSeconds(10) }));
        var forPeople = limiter.OnRejected;
        limiter.OnRejected = async (rejected, ct) =>
        {
            var context = rejected.HttpContext;
            if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                if (forPeople is not null) await forPeople(rejected, ct);
                return;
            }

            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 10;
            context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await ApiProblem.Of(context.Request, StatusCodes.Status429TooManyRequests, "TooManyRequests", wait).ExecuteAsync(context);
        };
    }

    public static void MapDeliveryApi(this WebApplication app)
    {
        app.MapUploads();
        app.MapWebhooks();
    }
}
