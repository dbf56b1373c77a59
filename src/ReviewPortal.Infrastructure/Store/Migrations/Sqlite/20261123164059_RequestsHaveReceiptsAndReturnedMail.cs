using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RequestsHaveReceiptsAndReturnedMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "ReportsSetAside",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Receipts",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<string>(
                name: "Action",
                table: "Receipts",
                type: "TEXT",
                maxLength: 64,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 64);

            migrationBuilder.AddColumn<Guid>(
                name: "Request",
                table: "Receipts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequestAction",
                table: "Receipts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Request",
                table: "Receipts",
                column: "Request");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ReceiptOfOne",
                table: "Receipts",
                sql: "(\"Case\" IS NULL) <> (\"Request\" IS NULL) AND (\"Case\" IS NULL) = (\"Action\" IS NULL) AND (\"Request\" IS NULL) = (\"RequestAction\" IS NULL)");

            migrationBuilder.AddForeignKey(
                name: "FK_Receipts_FacilityRequests_Request",
                table: "Receipts",
                column: "Request",
                principalTable: "FacilityRequests",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Receipts_FacilityRequests_Request",
                table: "Receipts");

            migrationBuilder.DropIndex(
                name: "IX_Receipts_Request",
                table: "Receipts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ReceiptOfOne",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "Request",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "RequestAction",
                table: "Receipts");

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "ReportsSetAside",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Case",
                table: "Receipts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Action",
                table: "Receipts",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 64,
                oldNullable: true);
        }
    }
}
