using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Features.Recordings.Uploads;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>
/// What the systems of suppliers send by themselves: signals, never a verdict (AP-INBR-3, I11). The same message may come as often as it likes; what is
/// not understood is told back at once.
/// </summary>
internal static class WebhookEndpoints
{
    private static readonly ImmutableArray<Webhook> Table =
    [
        new("edx", KeyScope.EdxWebhook, [SupplierFormat.Edx, SupplierFormat.RpNow]),
        new("proctorio", KeyScope.ProctorioWebhook, [SupplierFormat.Proctorio]),
        new("lti", KeyScope.LtiWebhook, [SupplierFormat.Lti]),
    ];

    public static void MapWebhooks(this WebApplication app)
    {
        var most = app.Services.GetRequiredService<SupplierLimits>().Bytes;
        foreach (var webhook in Table)
        {
            app.MapPost($"{Links.ApiWebhooks}/{webhook.Name}", (HttpContext context, SupplierReader reader, SupplierLimits limits, SupplierKeys keys, TakeIn takeIn, CancellationToken ct) => webhook.TakeAsync(context, reader, limits, keys, takeIn, ct))
                .RequireAuthorization(ApiServices.Policy).RequireRateLimiting(ApiServices.Limit)
                .WithMetadata(new SkipStatusCodePagesAttribute(), new RequestSizeLimitAttribute(most)).WithTags("Webhooks").WithName($"Webhook.{webhook.Name}").Produces<WebhookAnswer>();
        }
    }

    private sealed record Webhook(string Name, string Scope, ImmutableArray<SupplierFormat> Formats)
    {
        public async Task<IResult> TakeAsync(HttpContext context, SupplierReader reader, SupplierLimits limits, SupplierKeys keys, TakeIn takeIn, CancellationToken ct)
        {
            var (request, sender) = (context.Request, Sender.Of(context.User));
            // Machines only: a browser's cookie opens no webhook, wherever the page is from.
            if (sender.Key is null || !sender.May(Scope)) return ApiProblem.Of(request, StatusCodes.Status403Forbidden, "WrongScope", Scope);
            if (await BodyAsync(request, limits.Bytes, ct) is not { } body) return ApiProblem.Of(request, StatusCodes.Status413PayloadTooLarge, "TooLarge", limits.Bytes);

            var file = $"{Name}.json";
            var read = reader.Read(body, file, Expected());
            if (read is DeliveryRefusal refusal) return Refused(request, refusal);
            if (read is not SupplierDelivery { Reports: [var first, ..] } || !Formats.Contains(first.Format)) return ApiProblem.Of(request, StatusCodes.Status422UnprocessableEntity, "OtherFormat", Name);
            var results = await takeIn.RunAsync(new Incoming(file, () => new MemoryStream(body, writable: false)) { Supplier = await keys.SupplierOfAsync(sender.Supplier, ct) }, first.Format.Name(), sitting: null, sender.Actor, ct);
            var report = results.SelectMany(result => UploadReport.Lines(file, result)).Select(line => StatusLine.Of(line, ApiProblem.LanguageOf(request)));
            // Nothing came of any of it: whoever sent it has to do something.
            var status = results.All(result => result.IsRefused) ? StatusCodes.Status422UnprocessableEntity : results.Any(result => result is SignalsWait) ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
            return Results.Json(new WebhookAnswer([.. report]), statusCode: status);
        }

        // Of two shapes the content tells which.
        private SupplierFormat? Expected() => Formats is [var only] ? only : null;

        private static IResult Refused(HttpRequest request, DeliveryRefusal refusal) => ApiProblem.Told(
            refusal.Reason switch
            {
                RefusalReason.WrongSignature or RefusalReason.NoSecret => StatusCodes.Status403Forbidden,
                RefusalReason.BadJson or RefusalReason.NotUtf8 or RefusalReason.UnknownDelivery => StatusCodes.Status400BadRequest,
                RefusalReason.DeliveryTooLarge => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
            refusal.Reason.ToString(), refusal.Sentence(ApiProblem.LanguageOf(request)));

        private static async Task<byte[]?> BodyAsync(HttpRequest request, int most, CancellationToken ct)
        {
            if (request.ContentLength > most) return null;
            try
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body, ct);
                return body.ToArray();
            }
            catch (BadHttpRequestException tooLong) when (tooLong.StatusCode is StatusCodes.Status413PayloadTooLarge)
            {
                return null;
            }
        }
    }
}
