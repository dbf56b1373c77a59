namespace ReviewPortal.Web.Features.Letters;

/// <summary>The texts of the page of returned e-mails.</summary>
public sealed class ReturnedMailTexts;
