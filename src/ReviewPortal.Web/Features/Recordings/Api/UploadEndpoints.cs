using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Features.Recordings.Uploads;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>Sending in files that survives a lost connection: the open protocol tus 1.0.0, with creation, creation-with-upload, termination, expiration and checksum.</summary>
internal static class UploadEndpoints
{
    private const string Version = "1.0.0", Resumable = "Tus-Resumable", Length = "Upload-Length", Offset = "Upload-Offset", Metadata = "Upload-Metadata", Expires = "Upload-Expires";
    private const string PartType = "application/offset+octet-stream", Override = "X-HTTP-Method-Override", TusVersion = "Tus-Version";
    private const string One = Links.ApiUploads + "/{id:guid}";
    private const int ChecksumMismatch = 460;

    public static void MapUploads(this WebApplication app)
    {
        app.MapMethods(Links.ApiUploads, ["OPTIONS"], Options).AllowAnonymous().WithName("UploadOptions").WithTags("Uploads");
        app.MapMethods(One, ["OPTIONS"], Options).AllowAnonymous().ExcludeFromDescription();
        // A program is told so, and not sent to a page where people sign in.
        app.Map("/api/{**elsewhere}", (HttpContext context) => ApiProblem.Of(context.Request, StatusCodes.Status404NotFound, "NoSuchAddress")).AllowAnonymous().WithMetadata(new SkipStatusCodePagesAttribute()).ExcludeFromDescription();
        var uploads = app.MapGroup("").RequireAuthorization(ApiServices.Policy).RequireRateLimiting(ApiServices.Limit)
            .WithMetadata(new SkipStatusCodePagesAttribute(), new DisableRequestSizeLimitAttribute()).AddEndpointFilter(CheckAsync).WithTags("Uploads");
        uploads.MapPost(Links.ApiUploads, CreateAsync).WithName("CreateUpload");
        uploads.MapMethods(One, ["HEAD"], HeadAsync).WithName("UploadOffset");
        uploads.MapPatch(One, AppendAsync).WithName("AppendToUpload");
        uploads.MapDelete(One, CancelAsync).WithName("CancelUpload");
        uploads.MapPost(One, OverriddenAsync).ExcludeFromDescription();
        uploads.MapGet(One, StatusAsync).WithName("UploadStatus").Produces<UploadStatus>();
    }

    private static IResult Options(HttpContext context, UploadLimits limits)
    {
        var headers = context.Response.Headers;
        headers[Resumable] = Version;
        headers[TusVersion] = Version;
        headers["Tus-Extension"] = "creation,creation-with-upload,termination,expiration,checksum";
        headers["Tus-Checksum-Algorithm"] = "sha256,sha1";
        headers["Tus-Max-Size"] = limits.Bytes.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }

    // The header that the protocol asks for is one that no form of another site can send; who comes with a cookie must come from this site besides.
    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var (request, response) = (invocation.HttpContext.Request, invocation.HttpContext.Response);
        response.Headers[Resumable] = Version;
        response.Headers.CacheControl = "no-store";
        var (asks, looks, sender) = (HttpMethods.IsGet(request.Method), HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method), Sender.Of(invocation.HttpContext.User));
        if (!asks && request.Headers[Resumable] != Version)
        {
            response.Headers[TusVersion] = Version;
            return ApiProblem.Of(request, StatusCodes.Status412PreconditionFailed, "WrongVersion", Version);
        }

        if (!looks && sender.Key is null && !SameSite.Holds(request)) return ApiProblem.Of(request, StatusCodes.Status403Forbidden, "OtherSite");
        return sender.May(KeyScope.Uploads) || (asks && sender.May(KeyScope.Status)) ? await next(invocation) : ApiProblem.Of(request, StatusCodes.Status403Forbidden, "WrongScope", KeyScope.Uploads);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, ReceiveUpload uploads, UploadLimits limits, CancellationToken ct)
    {
        var request = context.Request;
        if (!TryNumber(request, Length, out var length)) return ApiProblem.Of(request, StatusCodes.Status400BadRequest, "NoLength");
        if (UploadMetadata.Parse(request.Headers[Metadata]) is not { } metadata) return ApiProblem.Of(request, StatusCodes.Status400BadRequest, "WrongMetadata");
        var format = metadata.GetValueOrDefault("format");
        if (format is not (null or TakeIn.Bundle) && SupplierFormats.Named(format) is null) return ApiProblem.Of(request, StatusCodes.Status400BadRequest, "UnknownFormat", format);
        var sendsPart = IsPart(request);
        PartChecksum? checksum = null;
        if (sendsPart && !TryChecksum(request, out checksum)) return ApiProblem.Of(request, StatusCodes.Status400BadRequest, "UnknownChecksum");
        if (sendsPart && request.ContentLength > length) return ApiProblem.Of(request, StatusCodes.Status413PayloadTooLarge, "TooMuch", length);
        var file = new NewUpload(UploadMetadata.Name(metadata.GetValueOrDefault("filename") ?? metadata.GetValueOrDefault("name")), length, format, metadata.GetValueOrDefault("sitting"), request.Headers[Metadata].ToString());
        var (upload, why) = await uploads.CreateAsync(file, Sender.Of(context.User), ct);
        if (upload is null) return Refused(request, why, limits);

        var (answer, reached) = sendsPart ? await uploads.AppendAsync(upload, 0, request.Body, checksum, ct) : (PartAnswer.Received, 0);
        if (answer is not (PartAnswer.Received or PartAnswer.Lost))
        {
            // Told that it failed, a sender begins again; what it never got the address of would lie there for days.
            await uploads.CancelAsync(upload, CancellationToken.None);
            return Answer(context, upload, answer, reached);
        }

        context.Response.Headers.Location = Links.ApiUpload(upload.Id);
        Tell(context.Response, upload, reached);
        return answer is PartAnswer.Lost ? Results.Empty : Results.StatusCode(StatusCodes.Status201Created);
    }

    private static IResult Refused(HttpRequest request, UploadObjection? why, UploadLimits limits) => why switch
    {
        UploadObjection.TooLarge => ApiProblem.Of(request, StatusCodes.Status413PayloadTooLarge, "TooLarge", limits.Bytes),
        UploadObjection.DiskFull => ApiProblem.Of(request, StatusCodes.Status507InsufficientStorage, "DiskFull"),
        UploadObjection.TooManyAtOnce => ApiProblem.Of(request, StatusCodes.Status429TooManyRequests, "TooManyAtOnce", limits.Unfinished),
        _ => ApiProblem.Of(request, StatusCodes.Status403Forbidden, "NotAllowed"),
    };

    private static async Task<IResult> HeadAsync(Guid id, HttpContext context, ReceiveUpload uploads, CancellationToken ct)
    {
        if (await uploads.FindAsync(id, Sender.Of(context.User), ct) is not { } upload) return Missing(context.Request);
        if (IsGone(upload)) return Gone(context.Request);
        if (uploads.Now(upload).Received is not { } received) return Damaged(context.Request);
        Tell(context.Response, upload, received);
        context.Response.Headers[Length] = upload.Bytes.ToString(CultureInfo.InvariantCulture);
        if (upload.Metadata.Length > 0) context.Response.Headers[Metadata] = upload.Metadata;
        return Results.Ok();
    }

    private static async Task<IResult> AppendAsync(Guid id, HttpContext context, ReceiveUpload uploads, CancellationToken ct)
    {
        var request = context.Request;
        if (!IsPart(request)) return ApiProblem.Of(request, StatusCodes.Status415UnsupportedMediaType, "WrongType", PartType);
        if (!TryNumber(request, Offset, out var offset)) return ApiProblem.Of(request, StatusCodes.Status400BadRequest, "NoOffset");
        if (!TryChecksum(request, out var checksum)) return ApiProblem.Of(request, StatusCodes.Status400BadRequest, "UnknownChecksum");
        if (await uploads.FindAsync(id, Sender.Of(context.User), ct) is not { } upload) return Missing(request);
        if (IsGone(upload)) return Gone(request);
        if (request.ContentLength > upload.Bytes - offset) return ApiProblem.Of(request, StatusCodes.Status413PayloadTooLarge, "TooMuch", upload.Bytes);
        var (answer, reached) = await uploads.AppendAsync(upload, offset, request.Body, checksum, ct);
        if (answer is not PartAnswer.Damaged) Tell(context.Response, upload, reached);
        return Answer(context, upload, answer, reached);
    }

    private static IResult Answer(HttpContext context, Upload upload, PartAnswer answer, long reached) => answer switch
    {
        PartAnswer.Received => Results.NoContent(),
        PartAnswer.WrongOffset => ApiProblem.Of(context.Request, StatusCodes.Status409Conflict, "WrongOffset", reached),
        PartAnswer.Busy => Busy(context),
        PartAnswer.TooMuch => ApiProblem.Of(context.Request, StatusCodes.Status413PayloadTooLarge, "TooMuch", upload.Bytes),
        PartAnswer.WrongChecksum => ApiProblem.Of(context.Request, ChecksumMismatch, "WrongChecksum"),
        PartAnswer.DiskFull => ApiProblem.Of(context.Request, StatusCodes.Status507InsufficientStorage, "DiskFull"),
        PartAnswer.TooManyPieces => ApiProblem.Of(context.Request, StatusCodes.Status413PayloadTooLarge, "TooManyPieces"),
        PartAnswer.Damaged => Damaged(context.Request),
        _ => Results.Empty,
    };

    private static async Task<IResult> CancelAsync(Guid id, HttpContext context, ReceiveUpload uploads, CancellationToken ct)
    {
        if (await uploads.FindAsync(id, Sender.Of(context.User), ct) is not { } upload) return Missing(context.Request);
        if (IsGone(upload)) return Gone(context.Request);
        if (upload.State is not UploadState.Arriving) return ApiProblem.Of(context.Request, StatusCodes.Status409Conflict, "TooLateToCancel");
        return await uploads.CancelAsync(upload, ct) ? Results.NoContent() : Busy(context);
    }

    // For those whose network lets no other verbs through.
    private static Task<IResult> OverriddenAsync(Guid id, HttpContext context, ReceiveUpload uploads, CancellationToken ct) => context.Request.Headers[Override].ToString() switch
    {
        "PATCH" => AppendAsync(id, context, uploads, ct),
        "DELETE" => CancelAsync(id, context, uploads, ct),
        "HEAD" => HeadAsync(id, context, uploads, ct),
        _ => Task.FromResult(ApiProblem.Of(context.Request, StatusCodes.Status405MethodNotAllowed, "WrongMethod")),
    };

    private static async Task<IResult> StatusAsync(Guid id, HttpContext context, ReceiveUpload uploads, CancellationToken ct) =>
        await uploads.FindAsync(id, Sender.Of(context.User), ct) is { } upload
            ? Results.Ok(UploadStatus.Of(uploads.Now(upload), ApiProblem.LanguageOf(context.Request)))
            : Missing(context.Request);

    private static void Tell(HttpResponse response, Upload upload, long reached)
    {
        if (response.HttpContext.RequestAborted.IsCancellationRequested) return;
        response.Headers[Offset] = reached.ToString(CultureInfo.InvariantCulture);
        if (reached < upload.Bytes) response.Headers[Expires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    private static IResult Missing(HttpRequest request) => ApiProblem.Of(request, StatusCodes.Status404NotFound, "NoUpload");

    private static IResult Gone(HttpRequest request) => ApiProblem.Of(request, StatusCodes.Status410Gone, "Gone");

    // Nothing can be added to it, so its sender should begin again.
    private static IResult Damaged(HttpRequest request) => ApiProblem.Of(request, StatusCodes.Status410Gone, "Damaged");

    private static IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return ApiProblem.Of(context.Request, StatusCodes.Status423Locked, "Busy");
    }

    private static bool IsGone(Upload upload) => upload.State is UploadState.Cancelled or UploadState.Expired;

    private static bool IsPart(HttpRequest request) => string.Equals(request.ContentType, PartType, StringComparison.OrdinalIgnoreCase);

    private static bool TryNumber(HttpRequest request, string header, out long number) => long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryChecksum(HttpRequest request, out PartChecksum? checksum)
    {
        checksum = null;
        if (request.Headers["Upload-Checksum"].ToString() is not { Length: > 0 } header) return true;
        if (header.Split(' ') is not [("sha256" or "sha1") and var name, var value]) return false;
        // The protocol asks of every server that it knows SHA-1; it guards against accidents only.
        var (algorithm, bytes) = name is "sha256" ? (HashAlgorithmName.SHA256, 32) : (HashAlgorithmName.SHA1, 20);
        var expected = new byte[bytes];
        if (!Convert.TryFromBase64String(value, expected, out var written) || written != bytes) return false;
        checksum = new PartChecksum(algorithm, expected);
        return true;
    }
}
