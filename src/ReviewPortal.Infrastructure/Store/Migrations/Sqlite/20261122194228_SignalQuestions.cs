using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignalQuestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signals_Sitting_At",
                table: "Signals");

            migrationBuilder.AddColumn<string>(
                name: "LooksFor",
                table: "Suppliers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "StatedAt",
                table: "Suppliers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatedByName",
                table: "Suppliers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Application",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Act",
                table: "SignalAnswers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Mark",
                table: "SignalAnswers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SignalsAfterOwnPass",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Sitting_At_Id_Source_Kind",
                table: "Signals",
                columns: new[] { "Sitting", "At", "Id", "Source", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signals_Sitting_At_Id_Source_Kind",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "LooksFor",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "StatedAt",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "StatedByName",
                table: "Suppliers");

            migrationBuilder.DropColumn(
                name: "Application",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "Site",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "SignalAnswers");

            migrationBuilder.DropColumn(
                name: "Mark",
                table: "SignalAnswers");

            migrationBuilder.DropColumn(
                name: "SignalsAfterOwnPass",
                table: "AspNetUsers");

            migrationBuilder.CreateIndex(
                name: "IX_Signals_Sitting_At",
                table: "Signals",
                columns: new[] { "Sitting", "At" });
        }
    }
}
