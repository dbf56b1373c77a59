using System.Globalization;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReviewPortal.Web.Features.Recordings.Keys;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>Finds out who calls the API: a key in the header, or else the cookie of a person. Whoever is not known is told so, and not led to a form.</summary>
internal sealed class ApiCaller(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, SupplierKeys keys, WrongKeys wrong)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "api";
    private const string Bearer = "Bearer ";
    private bool _tooMany;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length > 0) return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? await WithKeyAsync(header[Bearer.Length..].Trim()) : AuthenticateResult.Fail("No key");
        return await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme) is { Succeeded: true, Principal: { } person } ? AuthenticateResult.Success(new(person, SchemeName)) : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"ReviewPortal\"";
        if (_tooMany) Response.Headers.RetryAfter = WrongKeys.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return (_tooMany ? ApiProblem.Of(Request, StatusCodes.Status429TooManyRequests, "TooManyWrongKeys") : ApiProblem.Of(Request, StatusCodes.Status401Unauthorized, "NoKey")).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblem.Of(Request, StatusCodes.Status403Forbidden, "NotAllowed").ExecuteAsync(Context);

    private async Task<AuthenticateResult> WithKeyAsync(string key)
    {
        if (await keys.FindAsync(key, Context.RequestAborted) is { } valid) return AuthenticateResult.Success(new(Sender.Principal(valid, SchemeName), SchemeName));
        _tooMany = !wrong.MayTryAgain(Context.Connection.RemoteIpAddress?.ToString() ?? "");
        return AuthenticateResult.Fail("No such key");
    }
}

/// <summary>Counts wrong keys per address.</summary>
internal sealed class WrongKeys : IDisposable
{
    private const int Most = 30;
    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window }));

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public bool MayTryAgain(string address)
    {
        using var lease = _tries.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
