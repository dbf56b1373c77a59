using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ReviewPortal.Web.Access;

/// <summary>The proxies whose word is taken for who asks and over what: those of this machine, and those named in the settings.</summary>
internal static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration settings)
    {
        var proxies = Read(settings, "Proxy:KnownProxies", text => IPAddress.TryParse(text, out var address) ? address : null);
        var networks = Read(settings, "Proxy:KnownNetworks", text => System.Net.IPNetwork.TryParse(text, out var network) ? network : (System.Net.IPNetwork?)null);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null; // Of a chain of proxies every one must be known; what stands before the first stranger is not believed.
            foreach (var proxy in proxies) options.KnownProxies.Add(proxy!);
            foreach (var network in networks) options.KnownIPNetworks.Add(network!.Value);
        });
    }

    // Read at start, so that a mistyped address stops the portal with a sentence rather than making all users one.
    private static T[] Read<T>(IConfiguration settings, string key, Func<string, T> parse) =>
        [.. (settings.GetSection(key).Get<string[]>() ?? []).Select(text => parse(text) ?? throw new InvalidOperationException($"{key} in the settings: “{text}” is no address."))];
}
